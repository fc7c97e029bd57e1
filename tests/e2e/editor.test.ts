import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Person } from '../helpers/browser.js'
import { caretIn, type Charter, goTo, openCharter, openWorkbench, shownText, waitForStatus } from '../helpers/charter.js'
import { press } from '../helpers/keyboard.js'

let charter: Charter
let ada: Person
beforeAll(async () => {
  charter = await openCharter()
  ada = charter.ada
})
afterAll(() => charter?.close())

describe('the editor', () => {
  test('deletes a code only whole', async () => {
    const document = await charter.newDocument()
    await openWorkbench(ada, document)
    const { page } = ada
    await goTo(page, 2)
    await page.keyboard.press('Alt+c')
    await page.keyboard.press('End')
    await page.keyboard.press('Backspace')
    await page.keyboard.press('Backspace')
    await page.getByText('Missing:').waitFor()
    await page.keyboard.press('Alt+t')
    await page.keyboard.type('.')
    await page.keyboard.press('Control+Enter')
    await waitForStatus(page, 2, 'Translated')
    expect(await charter.textOf(document, 2)).toBe('Read <1>this</1> <2>first</2>.')
  })

  test('leaves an input method its keys, and takes what it composed', async () => {
    const document = await charter.newDocument()
    await openWorkbench(ada, document)
    const { page } = ada
    const input = await ada.context.newCDPSession(page)
    await input.send('Input.imeSetComposition', { text: 'にほん', selectionStart: 3, selectionEnd: 3 })
    await page.keyboard.press('Control+Enter')
    await input.send('Input.insertText', { text: '日本' })
    expect(await shownText(page)).toBe('日本')
    await caretIn(page, 1)
    await page.keyboard.press('Control+Enter')
    await expect.poll(() => charter.textOf(document, 1)).toBe('日本')
  })

  test('gets codes by copying from the source', async () => {
    const document = await charter.newDocument()
    await ada.context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await openWorkbench(ada, document, '?panel=none')
    const { page } = ada
    await goTo(page, 2)
    await page.locator('[data-active] [lang=en]').first().click({ clickCount: 3 })
    await page.keyboard.press('Control+c')
    await page.keyboard.press('F6')
    await page.keyboard.press('F6')
    await caretIn(page, 2)
    await page.keyboard.press('Control+v')
    await page.keyboard.press('Control+Enter')
    await expect.poll(() => charter.textOf(document, 2)).toBe('Read <1>this</1> <2>first</2>.')
  })

  test('goes back to what is saved by Esc, forward again by undo, and leaves by Esc twice', async () => {
    const document = await charter.newDocument()
    await openWorkbench(ada, document)
    const { page } = ada
    await page.keyboard.type('Charta')
    await page.keyboard.press('Escape')
    await waitForStatus(page, 1, 'Missing')
    await page.keyboard.press('Control+z')
    expect(await shownText(page)).toBe('Charta')
    await waitForStatus(page, 1, 'Draft')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await page.locator('[data-active]').waitFor({ state: 'detached' })
    await page.locator('[data-open]:focus').waitFor()
  })

  test('writes right to left inside a page that is written left to right', async () => {
    const document = await charter.newDocument()
    await openWorkbench(ada, document, '', 'ar')
    const content = ada.page.locator('[data-active] .cm-content')
    expect([await content.getAttribute('dir'), await content.getAttribute('lang'), await content.getAttribute('spellcheck')]).toEqual(['rtl', 'ar', 'true'])
  })
})

describe('a source that changes under the editor', () => {
  test('keeps the draft, shows what changed, and saves only for the new source', async () => {
    const document = await charter.newDocument()
    await openWorkbench(ada, document)
    const { page } = ada
    await goTo(page, 3)
    await page.keyboard.type('Frieden ist Arbeit.')
    await charter.revise(document)
    await press(page, page.getByRole('button', { name: /Load it/ }))
    const clash = page.getByRole('alert').filter({ hasText: 'The source changed while you were writing' })
    await clash.waitFor()
    expect(await clash.locator('ins').innerText()).toContain('hard')
    await page.keyboard.press('Control+Enter')
    expect(await charter.textOf(document, 3)).toBe('')
    await press(page, clash.getByRole('button', { name: /Go on/ }))
    await page.keyboard.press('Control+Enter')
    await expect.poll(() => charter.textOf(document, 3)).toBe('Frieden ist Arbeit.')
    expect(ada.faults).toEqual([])
  })
})
