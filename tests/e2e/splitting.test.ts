import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectAccessible, expectShown, picture, type Person } from '../helpers/browser.js'
import { caretIn, type Charter, goTo, openCharter, openWorkbench, rowOf } from '../helpers/charter.js'
import { press } from '../helpers/keyboard.js'

const text = `All human beings are born free and equal.

No one shall be held in slavery. It is prohibited in all forms.
`

let charter: Charter
let ada: Person
beforeAll(async () => {
  charter = await openCharter()
  ada = charter.ada
})
afterAll(() => charter?.close())

test('a unit is split and joined again by keyboard alone', async () => {
  const document = await charter.importText('slavery.txt', text)
  await openWorkbench(ada, document)
  const { page } = ada
  await caretIn(page, 1)
  await page.keyboard.press('Alt+ArrowDown')
  await caretIn(page, 2)
  await page.keyboard.type('Ein Entwurf')
  await page.keyboard.press('Alt+k')
  const slider = page.getByRole('slider', { name: 'Where to split' })
  await slider.waitFor()
  await expectAccessible(page)
  await page.keyboard.press('Home')
  for (let word = 0; word < 6; word++) await page.keyboard.press('ArrowRight')
  expect(await slider.getAttribute('aria-valuetext')).toBe('after “held in slavery.”, before “It is prohibited”')
  await picture(page, 'splitting')
  await page.keyboard.press('Enter')
  await page.getByText('Split into two units.').first().waitFor()
  await page.getByRole('listitem').filter({ hasText: 'It is prohibited in all forms.' }).first().waitFor()
  await caretIn(page, 2)
  expect(await page.getByText('Ein Entwurf').count()).toBeGreaterThan(0)

  await page.keyboard.press('Alt+j')
  await page.getByText('Joined with the next unit.').first().waitFor()
  await page.getByText('No one shall be held in slavery. It is prohibited in all forms.').first().waitFor()
  await press(page, page.getByRole('button', { name: 'Undo' }).last())
  await page.getByText('Everything is as it was before.').first().waitFor()
})

test('the details of a unit offer both, and the dialog fits a narrow page in the dark', async () => {
  const { page } = ada
  await page.setViewportSize({ width: 360, height: 700 })
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
  await page.goto(`${new URL(page.url()).pathname}?panel=details`)
  await page.getByRole('button', { name: 'Join with next' }).waitFor()
  await expectAccessible(page)
  await picture(page, 'splitting-details')
  await press(page, page.getByRole('button', { name: 'Split…' }))
  await page.getByRole('slider', { name: 'Where to split' }).waitFor()
  await expectAccessible(page)
  await picture(page, 'splitting-narrow')
  expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true)
  await page.keyboard.press('Escape')
  expect(ada.faults).toEqual([])
})

test('pieces are offered their sentences of the old translation, and details lead to where they come from', async () => {
  const { page } = ada
  await page.setViewportSize({ width: 1280, height: 860 })
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  const document = await charter.importText('kind.txt', 'Be kind. Be brave.\n')
  await openWorkbench(ada, document, '?panel=details')
  await page.keyboard.type('Sei gut. Sei mutig.')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('button', { name: 'Unit 1 of 1, Translated' }).waitFor()
  await page.keyboard.press('Alt+k')
  await page.getByRole('slider', { name: 'Where to split' }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Unit 1 of 2, Stale' }).waitFor()
  await caretIn(page, 1)
  await press(page, page.getByRole('button', { name: 'Use this text' }))
  await page.keyboard.press('Control+Enter')
  await page.getByRole('button', { name: 'Unit 1 of 2, Translated' }).waitFor()
  await caretIn(page, 2)
  await expectShown(page.getByText('Sei mutig.', { exact: true }))
  await expectAccessible(page)
  await picture(page, 'splitting-pieces')
  expect(await charter.textOf(document, 1)).toBe('Sei gut.')
  await press(page, page.getByRole('button', { name: 'Unit 1', exact: true }))
  await caretIn(page, 1)
  await page.keyboard.press('Alt+j')
  await expectShown(page.getByText('Joined with', { exact: true }))
})

test('the open unit stays where it stands on the screen', async () => {
  const { page } = ada
  const paragraph = (number: number) => Array.from({ length: 20 * (1 + (number % 4)) }, (_, word) => `word${number}x${word}`).join(' ')
  const document = await charter.importText('long.txt', Array.from({ length: 60 }, (_, at) => paragraph(at)).join('\n\n'))
  await openWorkbench(ada, document)
  await goTo(page, 30)
  await page.waitForTimeout(1000)
  await page.mouse.move(400, 400)
  await page.mouse.wheel(0, 90)
  await page.waitForTimeout(300)
  const top = async () => (await rowOf(page, 30).boundingBox())!.y
  const before = await top()
  await page.keyboard.press('Alt+k')
  await page.getByRole('slider', { name: 'Where to split' }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: /^Unit 30 of 61/ }).waitFor()
  await caretIn(page)
  await page.waitForTimeout(1000)
  expect(Math.abs((await top()) - before)).toBeLessThan(2)
})

test('the dialog goes from right to left: the words of an Arabic interface, and keys as the text runs', async () => {
  const { page } = ada
  const document = await charter.importText('rtl.txt', text)
  await ada.context.request.fetch('/api/v1/account', { method: 'PATCH', data: { locale: 'ar' }, headers: { origin: charter.stele.url } })
  await openWorkbench(ada, document)
  await page.keyboard.press('Alt+ArrowDown')
  await caretIn(page, 2)
  await page.keyboard.press('Alt+k')
  const slider = page.getByRole('slider')
  await slider.waitFor()
  expect(await page.locator('html').getAttribute('dir')).toBe('rtl')
  expect([await slider.getAttribute('lang'), await slider.getAttribute('dir')]).toEqual(['en', 'ltr'])
  const place = async () => Number(await slider.getAttribute('aria-valuenow'))
  const start = await place()
  await page.keyboard.press('ArrowRight')
  expect(await place()).toBeGreaterThan(start)
  await page.keyboard.press('ArrowLeft')
  expect(await place()).toBe(start)
  await expectAccessible(page)
  await picture(page, 'splitting-rtl')
  await page.keyboard.press('Escape')
  expect(ada.faults).toEqual([])
})
