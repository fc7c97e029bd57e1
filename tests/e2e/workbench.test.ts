import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectAccessible, newPerson, picture, type Person } from '../helpers/browser.js'
import { caretIn, type Charter, goTo, openCharter, openWorkbench, rowOf, waitForStatus } from '../helpers/charter.js'
import { press } from '../helpers/keyboard.js'

let charter: Charter
let ada: Person
let bo: Person
beforeAll(async () => {
  charter = await openCharter()
  ;({ ada, bo } = charter)
})
afterAll(() => charter?.close())

describe('a translator', () => {
  test('writes, saves and comes to the next unit that needs work, by keyboard alone', async () => {
    const document = await charter.newDocument()
    await openWorkbench(ada, document)
    const { page } = ada
    await page.keyboard.type('Charta')
    await page.keyboard.press('Control+Enter')
    await caretIn(page, 2)
    await page.keyboard.type('Lies ')
    await page.keyboard.press('Alt+t')
    await page.keyboard.type('dies')
    await page.keyboard.press('Control+Enter')
    // A code is missing: it says which, and nobody leaves.
    await page
      .getByText(/Not saved: the code <2> is missing/)
      .first()
      .waitFor()
    await page.keyboard.press('End')
    await page.keyboard.press('Alt+t')
    await page.keyboard.type('zuerst')
    await page.keyboard.press('Control+Enter')
    await caretIn(page, 3)
    await waitForStatus(page, 2, 'Translated')
    await page.getByText(/^Saved \d/).waitFor()
    expect(await charter.textOf(document, 2)).toBe('Lies <1>dies</1><2>zuerst</2>')
    expect(await charter.textOf(document, 1)).toBe('Charta')
  })

  test('finds a draft again after the page was closed', async () => {
    const document = await charter.newDocument()
    await openWorkbench(ada, document)
    await ada.page.keyboard.type('Halb ge')
    await ada.page.reload()
    await ada.page.getByText(/You wrote this here and did not save it/).waitFor()
    await caretIn(ada.page)
    await ada.page.keyboard.type('schrieben')
    await ada.page.keyboard.press('Control+Enter')
    await waitForStatus(ada.page, 1, 'Translated')
    await expect.poll(() => charter.textOf(document, 1)).toBe('Halb geschrieben')
  })

  test('goes on without a connection: saves wait, survive a reload, and arrive in order', async () => {
    const document = await charter.newDocument()
    await openWorkbench(ada, document)
    const { page, context } = ada
    await context.route('**/api/v1/units/**', (route) => route.abort('connectionfailed'))
    await page.keyboard.type('Charta')
    await page.keyboard.press('Control+Enter')
    await caretIn(page, 2)
    await page.keyboard.press('Alt+ArrowDown')
    await caretIn(page, 3)
    await page.keyboard.type('Frieden ist Arbeit.')
    await page.keyboard.press('Control+Enter')
    await page.getByText('2 saves wait for the connection').waitFor()
    await page.reload()
    await page.getByText('2 saves wait for the connection').waitFor()
    await context.unroute('**/api/v1/units/**')
    await expect.poll(() => charter.textOf(document, 3), { timeout: 20_000 }).toBe('Frieden ist Arbeit.')
    expect(await charter.textOf(document, 1)).toBe('Charta')
    await waitForStatus(page, 1, 'Translated')
  })

  test('sees both texts when somebody saved another one, and decides', async () => {
    const document = await charter.newDocument()
    await openWorkbench(ada, document)
    await openWorkbench(bo, document)
    await ada.page.keyboard.type('Meine Charta')
    await bo.page.keyboard.type('Deine Charta')
    await bo.page.keyboard.press('Control+Enter')
    const clash = ada.page.getByRole('alert').filter({ hasText: 'Bo saved another text while you were writing' })
    await clash.waitFor()
    expect(await clash.locator('del').allInnerTexts()).toEqual([expect.stringContaining('Deine')])
    await picture(ada.page, 'workbench-conflict')
    await ada.page.keyboard.press('Control+Enter')
    expect(await charter.textOf(document, 1)).toBe('Deine Charta')
    await press(ada.page, clash.getByRole('button', { name: 'Keep mine' }))
    await expect.poll(() => charter.textOf(document, 1)).toBe('Meine Charta')
    await expectAccessible(ada.page)
  })

  test('sees what others save at once, and keeps the caret', async () => {
    const document = await charter.newDocument()
    await openWorkbench(ada, document)
    await openWorkbench(bo, document)
    await ada.page.keyboard.type('Cha')
    await goTo(bo.page, 3)
    await bo.page.keyboard.type('Frieden')
    await bo.page.keyboard.press('Control+Enter')
    await rowOf(ada.page, 3).getByText('Frieden').waitFor()
    await ada.page.keyboard.type('rta')
    await ada.page.keyboard.press('Control+Enter')
    await expect.poll(() => charter.textOf(document, 1)).toBe('Charta')
  })

  test('says that a translation is still valid after the source changed', async () => {
    const document = await charter.newDocument()
    await openWorkbench(ada, document)
    await goTo(ada.page, 3)
    await ada.page.keyboard.type('Frieden ist Arbeit.')
    await ada.page.keyboard.press('Control+Enter')
    await waitForStatus(ada.page, 3, 'Translated')
    await charter.revise(document)
    await press(ada.page, ada.page.getByRole('button', { name: /Load it/ }))
    await waitForStatus(ada.page, 3, 'Stale')
    await openWorkbench(ada, document, '?status=stale')
    await rowOf(ada.page, 3).locator('ins').waitFor()
    expect(await rowOf(ada.page, 3).locator('ins').innerText()).toContain('hard')
    await picture(ada.page, 'workbench-stale')
    await ada.page.keyboard.press('Alt+v')
    await waitForStatus(ada.page, 3, 'Translated')
  })
})

test.each(['en', 'ar'] as const)('is accessible in %s, and nothing goes wrong on the way', async (language) => {
  const document = await charter.newDocument()
  const eve = await newPerson(charter.browser, charter.stele.url, { locale: language, storageState: await ada.context.storageState() })
  await openWorkbench(eve, document, '?panel=history', 'ar')
  await expectAccessible(eve.page)
  await picture(eve.page, `workbench-${language}`)
  await eve.page.keyboard.press('Control+/')
  await eve.page.getByRole('dialog').waitFor()
  await expectAccessible(eve.page)
  expect(eve.faults).toEqual([])
  await eve.context.close()
})

test('works on a phone', async () => {
  const document = await charter.newDocument()
  const eve = await newPerson(charter.browser, charter.stele.url, {
    viewport: { width: 360, height: 740 },
    hasTouch: true,
    isMobile: true,
    storageState: await ada.context.storageState(),
  })
  await openWorkbench(eve, document)
  await eve.page.keyboard.type('Charta')
  await eve.page.getByRole('button', { name: 'Save and next' }).tap()
  await waitForStatus(eve.page, 1, 'Translated')
  expect(await eve.page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360)
  await expectAccessible(eve.page)
  await picture(eve.page, 'workbench-phone')
  await eve.context.close()
})
