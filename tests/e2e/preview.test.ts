import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectAccessible, expectShown, picture, type Person } from '../helpers/browser.js'
import { caretIn, type Charter, openCharter, openWorkbench, waitForStatus } from '../helpers/charter.js'
import { press, tabTo } from '../helpers/keyboard.js'

let charter: Charter
let ada: Person
let document: number
beforeAll(async () => {
  charter = await openCharter()
  ;({ ada } = charter)
  document = await charter.newDocument()
})
afterAll(() => charter?.close())

const frame = (person: Person, name: string) => person.page.frameLocator(`iframe[title="${name}"]`)
const sourcePage = (person: Person) => frame(person, 'Source: English')
const localizedPage = (person: Person, language = 'German') => frame(person, `Localized: ${language}`)
const row = (name: string | RegExp) => ada.page.getByRole('listitem').filter({ hasText: name }).getByRole('link')

describe('the preview, by keyboard alone', () => {
  test('is reached from the workbench, and shows the localized document beside its source', async () => {
    await openWorkbench(ada, document)
    await ada.page.keyboard.type('Charta')
    await ada.page.keyboard.press('Control+Enter')
    await waitForStatus(ada.page, 1, 'Translated')
    await press(ada.page, ada.page.getByRole('link', { name: 'Preview' }))
    await expectShown(ada.page.getByRole('heading', { name: 'Charter in German: preview' }))
    await expectShown(row('Charta'))
    await expectShown(ada.page.getByText('1 of 4 units translated'))
    await expectAccessible(ada.page)
    await picture(ada.page, 'preview')
  })

  test('shows both as pages', async () => {
    await tabTo(ada.page, ada.page.getByRole('tab', { name: 'Side by side' }))
    await ada.page.keyboard.press('ArrowRight')
    await expectShown(sourcePage(ada).getByRole('heading', { name: 'Charter' }))
    await expectShown(localizedPage(ada).getByRole('heading', { name: 'Charta' }))
    await expectShown(localizedPage(ada).getByText('Peace is work.'))
    expect(new URL(ada.page.url()).searchParams.get('view')).toBe('page')
    await expectAccessible(ada.page)
    await picture(ada.page, 'preview-page')
  })

  test('shows where the bytes differ', async () => {
    await ada.page.keyboard.press('ArrowRight')
    await expectShown(ada.page.getByText('1 place differs', { exact: false }))
    await expectShown(ada.page.getByText('@@ 2–9 → 2–8 @@'))
    await expectAccessible(ada.page)
    await picture(ada.page, 'preview-bytes')
  })

  test('says what is left out', async () => {
    await ada.page.keyboard.press('ArrowRight')
    await expectShown(ada.page.getByText('Nothing is left out', { exact: false }))
  })

  test('of approved translations only is the source, while nothing is approved', async () => {
    await press(ada.page, ada.page.getByRole('button', { name: 'Approved' }))
    await expectShown(ada.page.getByText('0 of 4 units translated'))
  })

  test('leads from a unit to its place in the workbench', async () => {
    await ada.page.goto(`/charter/${document}/de/preview`)
    await press(ada.page, row('Peace is work.'))
    await caretIn(ada.page, 3)
    expect(ada.faults).toEqual([])
  })
})

test.each([
  ['narrow', { width: 360, height: 700 }, 'light', 'de'],
  ['dark', { width: 1280, height: 860 }, 'dark', 'de'],
  ['into Arabic', { width: 1280, height: 860 }, 'light', 'ar'],
] as const)('the preview is accessible: %s', async (name, size, colorScheme, locale) => {
  await ada.page.setViewportSize(size)
  await ada.page.emulateMedia({ colorScheme })
  await ada.page.goto(`/charter/${document}/${locale}/preview`)
  await expectShown(row('Peace is work.'))
  await expectAccessible(ada.page)
  await picture(ada.page, `preview-${name.replaceAll(' ', '-')}`)
  expect(await ada.page.evaluate('globalThis.document.documentElement.scrollWidth <= globalThis.innerWidth')).toBe(true)
})

test.each([
  ['narrow', { width: 360, height: 700 }, 'light', 'de', 'German'],
  ['dark', { width: 1280, height: 860 }, 'dark', 'de', 'German'],
  ['into Arabic', { width: 1280, height: 860 }, 'light', 'ar', 'Arabic'],
] as const)('so are the pages: %s', async (name, size, colorScheme, locale, language) => {
  await ada.page.setViewportSize(size)
  await ada.page.emulateMedia({ colorScheme })
  await ada.page.goto(`/charter/${document}/${locale}/preview?view=page`)
  await expectShown(localizedPage(ada, language).getByText('Peace is work.'))
  expect(await localizedPage(ada, language).locator('html').getAttribute('dir')).toBe(locale === 'ar' ? 'rtl' : 'ltr')
  await expectAccessible(ada.page)
  await picture(ada.page, `preview-page-${name.replaceAll(' ', '-')}`)
  expect(await ada.page.evaluate('globalThis.document.documentElement.scrollWidth <= globalThis.innerWidth')).toBe(true)
})

test('a document that is no page has no such view', async () => {
  const id = await charter.importText('plain.txt', 'Peace.\n')
  await ada.page.goto(`/charter/${id}/de/preview?view=page`)
  await expectShown(row('Peace.'))
  expect(await ada.page.getByRole('tab', { name: 'Rendered' }).count()).toBe(0)
})
