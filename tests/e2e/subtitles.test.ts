import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectAccessible, picture, type Person } from '../helpers/browser.js'
import { caretIn, type Charter, goTo, openCharter, openWorkbench } from '../helpers/charter.js'
import { press, write } from '../helpers/keyboard.js'

const film = `1
00:00:01,000 --> 00:00:02,000
The harbour was quiet.

2
00:00:02,500 --> 00:00:05,000
- <i>Who</i> goes there?
- Nobody.
`

let charter: Charter
let ada: Person
beforeAll(async () => {
  charter = await openCharter()
  ada = charter.ada
})
afterAll(() => charter?.close())

test('a translator of captions sees the reading speed warn and clear while typing, by keyboard alone', async () => {
  const document = await charter.importText('film.srt', film)
  await openWorkbench(ada, document)
  const { page } = ada
  await page.getByText('0:00:01.000 – 0:00:02.000 · 1 sec').waitFor()
  const warning = page.getByText('23 characters per second, at most 20')
  const height = () => page.locator('[data-active]').evaluate((row) => row.clientHeight)
  const before = await height()
  await page.keyboard.type('Der Hafen lag ganz still')
  await page.getByText('24 characters per second, at most 20').waitFor()
  await page.getByRole('status').filter({ hasText: 'Warning: reading speed' }).waitFor({ state: 'attached' })
  expect(await height()).toBe(before)
  await page.keyboard.press('Backspace')
  await warning.waitFor()
  await expectAccessible(page)
  await picture(page, 'subtitles')
  for (let more = 0; more < 3; more++) await page.keyboard.press('Backspace')
  await warning.waitFor({ state: 'detached' })
  await page.keyboard.press('Control+Enter')
  await caretIn(page, 2)
  expect(await charter.textOf(document, 1)).toBe('Der Hafen lag ganz s')
  expect(ada.faults).toEqual([])
})

test('a warning does not keep a caption from being saved, and is found again by its filter', async () => {
  const document = await charter.importText('long.srt', film)
  await openWorkbench(ada, document)
  const { page } = ada
  await page.keyboard.type('Der Hafen lag ganz still.')
  await page.keyboard.press('Control+Enter')
  await caretIn(page, 2)
  await expect.poll(() => charter.textOf(document, 1)).toBe('Der Hafen lag ganz still.')
  await press(page, page.getByRole('button', { name: 'Warnings 1' }))
  await goTo(page, 1)
  await page.getByText('25 characters per second, at most 20').waitFor()
})

test('the limits are those of the project', async () => {
  const document = await charter.importText('slow.srt', film)
  const { page } = ada
  await page.goto('/charter/settings')
  await write(page, page.getByLabel('Captions: characters per second'), '10')
  await write(page, page.getByLabel('Captions: lines'), '')
  await expectAccessible(page)
  await press(page, page.getByRole('button', { name: 'Save' }))
  await page.getByText('Saved').first().waitFor()
  await openWorkbench(ada, document)
  await page.keyboard.type('Still lag der Hafen')
  await page.getByText('19 characters per second, at most 10').waitFor()
  expect(ada.faults).toEqual([])
})
