import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectAccessible, picture, type Person } from '../helpers/browser.js'
import { caretIn, type Charter, goTo, openCharter, openWorkbench } from '../helpers/charter.js'

const text = 'The pier is closed until 3 March.\n\nBring water.\n'

let charter: Charter
let ada: Person
beforeAll(async () => {
  charter = await openCharter()
  ada = charter.ada
})
afterAll(() => charter?.close())

test('a proposed repair is read, taken over and saved by keyboard alone', async () => {
  const document = await charter.importText('pier.txt', text)
  await openWorkbench(ada, document)
  const { page } = ada
  await caretIn(page, 1)
  await page.keyboard.type('Die Mole ist bis 3. März gesperrt.')
  await page.keyboard.press('Control+Enter')
  await caretIn(page, 2)
  await expect.poll(() => charter.textOf(document, 1)).toBe('Die Mole ist bis 3. März gesperrt.')
  await charter.publish(document, text.replace('3 March', '5 April'))
  await openWorkbench(ada, document)
  await goTo(page, 1)
  await page.getByText('The source changed only in what can be followed. Proposed:').waitFor()
  await expectAccessible(page)
  await picture(page, 'repairing')
  await page.keyboard.press('Alt+r')
  await page.getByText('The proposed text is in the editor: read it, then save').first().waitFor()
  await page.keyboard.press('Control+Enter')
  await expect.poll(() => charter.textOf(document, 1)).toBe('Die Mole ist bis 5. April gesperrt.')
  await page.keyboard.press('Alt+ArrowUp')
  await caretIn(page, 1)
  await page.keyboard.press('Alt+r')
  await page.getByText('There is no proposed repair for this text').first().waitFor()
  expect(ada.faults).toEqual([])
})
