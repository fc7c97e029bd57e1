import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { picture, type Person } from '../helpers/browser.js'
import { caretIn, type Charter, openCharter, openWorkbench, waitForStatus, goTo, shownText } from '../helpers/charter.js'
import { press, write } from '../helpers/keyboard.js'

let charter: Charter
let ada: Person
let bo: Person
beforeAll(async () => {
  charter = await openCharter()
  ;({ ada, bo } = charter)
})
afterAll(() => charter?.close())

describe('a reviewer', () => {
  test('approves one, rejects one with a reason, and the translator reads it', async () => {
    const document = await charter.newDocument()
    await openWorkbench(ada, document)
    await ada.page.keyboard.type('Charta')
    await ada.page.keyboard.press('Control+Enter')
    await goTo(ada.page, 3)
    await ada.page.keyboard.type('Friede ist Arbeit.')
    await ada.page.keyboard.press('Control+Enter')
    await waitForStatus(ada.page, 3, 'Translated')

    await openWorkbench(bo, document, '?status=translated')
    await bo.page.keyboard.press('Control+Shift+Enter')
    await caretIn(bo.page, 3)
    await waitForStatus(bo.page, 1, 'Approved')
    await bo.page.keyboard.press('Alt+x')
    await write(bo.page, bo.page.getByRole('dialog').getByLabel('Reason'), '“Frieden”, please.')
    await bo.page.keyboard.press('Control+Enter')
    await waitForStatus(bo.page, 3, 'Rejected')

    await waitForStatus(ada.page, 3, 'Rejected')
    await openWorkbench(ada, document, '?status=rejected')
    await ada.page.getByText('Bo rejected this translation').waitFor()
    expect(await ada.page.getByText('“Frieden”, please.').isVisible()).toBe(true)
    await picture(ada.page, 'workbench-rejected')
  })

  test('approves a selected range; what cannot be approved is said', async () => {
    const document = await charter.newDocument()
    await openWorkbench(ada, document)
    await ada.page.keyboard.type('Charta')
    await ada.page.keyboard.press('Control+Enter')
    await waitForStatus(ada.page, 1, 'Translated')
    await openWorkbench(bo, document, '?panel=none')
    await goTo(bo.page, 4)
    await bo.page.keyboard.type('Wasser gehört allen.')
    await bo.page.keyboard.press('Control+Enter')
    await waitForStatus(bo.page, 4, 'Translated')
    await bo.page.keyboard.press('Alt+a')
    await bo.page.getByText('4 selected', { exact: true }).waitFor()
    await bo.page.keyboard.press('Control+Shift+Enter')
    await waitForStatus(bo.page, 1, 'Approved')
    const said = bo.page.getByText(/1 done, 1 not/).first()
    await said.waitFor()
    expect(await said.isVisible()).toBe(true)
    await waitForStatus(bo.page, 4, 'Translated')
  })
})

test('people talk about a unit, for one language or for all', async () => {
  const document = await charter.newDocument()
  await openWorkbench(ada, document, '?panel=none')
  await ada.page.keyboard.press('Alt+m')
  await ada.page.keyboard.type('Charter or charta?')
  await press(ada.page, ada.page.getByRole('checkbox', { name: /For all languages/ }), 'Space')
  await press(ada.page, ada.page.getByRole('button', { name: 'Send' }))
  await ada.page.getByText('Discussion (1)').waitFor()
  expect((await shownText(ada.page)).trim()).toBe('')

  await openWorkbench(bo, document, '', 'ar')
  await bo.page.getByText('Charter or charta?').waitFor()
  await bo.page.keyboard.press('Alt+m')
  await press(bo.page, bo.page.getByRole('button', { name: 'Reply' }))
  await write(bo.page, bo.page.getByLabel(/^Reply to/), 'Charta.')
  await press(bo.page, bo.page.getByRole('button', { name: 'Send' }).first())
  await ada.page.getByText('Charta.', { exact: true }).waitFor()
  await press(bo.page, bo.page.getByRole('button', { name: 'Resolve' }))
  await ada.page.getByText('Resolved').waitFor()
  expect(await ada.page.getByRole('tab').first().innerText()).toBe('Discussion')
  await press(ada.page, ada.page.getByRole('button', { name: 'Open again' }))
  await bo.page.getByText('Discussion (1)').waitFor()
})

test('an earlier text is found in the history and comes back', async () => {
  const document = await charter.newDocument()
  await openWorkbench(ada, document, '?panel=history')
  const { page } = ada
  for (const text of ['Charta', 'Satzung']) {
    await page.keyboard.press('Control+a')
    await page.keyboard.type(text)
    await page.keyboard.press('Control+Enter')
    await caretIn(page, 2)
    await expect.poll(() => charter.textOf(document, 1)).toBe(text)
    await goTo(page, 1)
  }
  await press(page, page.getByRole('button', { name: 'Put into the editor' }))
  expect(await shownText(page)).toBe('Charta')
  await page.keyboard.press('Control+Enter')
  await expect.poll(() => charter.textOf(document, 1)).toBe('Charta')
})

test('a filter and a search show what is looked for', async () => {
  const document = await charter.newDocument()
  await openWorkbench(ada, document)
  const { page } = ada
  await page.keyboard.press('Alt+s')
  await page.keyboard.type('water')
  await page.getByText('1 found').waitFor()
  await page.keyboard.press('Enter')
  await caretIn(page, 4)
  await page.keyboard.type('Wasser gehört allen.')
  await page.keyboard.press('Alt+s')
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Delete')
  await press(page, page.getByRole('button', { name: 'Draft' }))
  await expect.poll(() => page.getByRole('button', { name: /^Unit \d of 4/ }).count()).toBe(1)
  expect(await page.getByRole('button', { name: /^Unit \d of 4/ }).getAttribute('aria-label')).toContain('Unit 4 of 4, Draft')
})
