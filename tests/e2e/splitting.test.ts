import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectAccessible, picture, type Person } from '../helpers/browser.js'
import { caretIn, type Charter, openCharter, openWorkbench } from '../helpers/charter.js'
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
