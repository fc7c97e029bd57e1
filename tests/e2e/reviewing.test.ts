import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { picture, type Person } from '../helpers/browser.js'
import { caretIn, type Charter, openCharter, openWorkbench, waitForStatus, goTo } from '../helpers/charter.js'

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
    await bo.page.getByRole('dialog').getByLabel('Reason').fill('“Frieden”, please.')
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
  await openWorkbench(ada, document)
  await ada.page.keyboard.press('Alt+m')
  await ada.page.locator('textarea:focus').waitFor()
  await ada.page.keyboard.type('Charter or charta?')
  await ada.page.getByRole('button', { name: 'Send' }).click()
  await ada.page.getByText('Discussion (1)').waitFor()
  await openWorkbench(bo, document)
  await bo.page.getByText('Charter or charta?').waitFor()
  await bo.page.getByRole('button', { name: 'Resolve' }).click()
  await ada.page.getByText('Resolved').waitFor()
  expect(await ada.page.getByRole('tab').first().innerText()).toBe('Discussion')
})
