import { copyFileSync, existsSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectAccessible, newPerson, openBrowser, picture, type Person } from '../helpers/browser.js'
import { chooseOption, press } from '../helpers/keyboard.js'
import { runStele, type RunningStele } from '../helpers/runningStele.js'

let stele: RunningStele
let browser: Browser
let admin: Person

beforeAll(async () => {
  stele = await runStele({ STELE_DEMO: 'on' })
  browser = await openBrowser()
  admin = await newPerson(browser, stele.url)
})
afterAll(async () => {
  await browser.close()
  await stele.remove()
})

test('the printed link signs the first administrator in, once', async () => {
  await admin.page.goto(stele.firstLink)
  await admin.page.getByRole('heading', { level: 1, name: 'Your account' }).waitFor()
  const second = await newPerson(browser, stele.url)
  await second.page.goto(stele.firstLink)
  await second.page.getByRole('alert').waitFor()
  expect(await second.page.getByRole('heading', { level: 1, name: 'Your account' }).count()).toBe(0)
  await second.context.close()
})

test('an administrator invites somebody straight into a project', async () => {
  const { page } = admin
  await page.goto('/people')
  await press(page, page.getByRole('button', { name: 'Invite somebody' }))
  const dialog = page.getByRole('dialog')
  await chooseOption(page, dialog.getByLabel('Begins in project'), 'Universal')
  await press(page, dialog.getByRole('checkbox', { name: 'Translator: Hindi' }), 'Space')
  await expectAccessible(page)
  await press(page, dialog.getByRole('button', { name: 'Make the invitation' }))
  const guest = await newPerson(browser, stele.url)
  await guest.page.goto(await dialog.getByLabel('Invitation link').inputValue())
  await guest.page.getByText('Translator for Hindi in').waitFor()
  expect(guest.faults).toEqual([])
  await guest.context.close()
  await press(page, dialog.getByRole('button', { name: 'Done' }))
})

const pages = [
  { name: 'work', path: '/', heading: 'Your work' },
  { name: 'project', path: '/declaration', heading: 'Universal Declaration of Human Rights' },
  { name: 'document', path: '/declaration/1', heading: 'Universal Declaration of Human Rights' },
  { name: 'revise', path: '/declaration/1/revise', heading: 'New version' },
  { name: 'import', path: '/declaration/import', heading: /./ },
  { name: 'members', path: '/declaration/members', heading: 'Members' },
  { name: 'activity', path: '/declaration/activity', heading: 'Activity' },
  { name: 'settings', path: '/declaration/settings', heading: 'Settings' },
  { name: 'new-project', path: '/new', heading: 'New project' },
  { name: 'people', path: '/people', heading: 'People' },
  { name: 'account', path: '/account', heading: 'Your account' },
]

for (const { name, path, heading } of pages)
  test(`the page ${path} is accessible in light and dark, wide and narrow, and throws nothing`, async () => {
    const { page } = admin
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      for (const width of [1280, 360]) {
        await page.setViewportSize({ width, height: 860 })
        await page.goto(path)
        await page.getByRole('heading', { level: 1, name: heading }).waitFor()
        await page.waitForTimeout(300)
        await picture(page, `${name}-${colorScheme}-${width}`)
        await expectAccessible(page)
        expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth'), 'nothing sticks out').toBe(true)
      }
    }
    expect(admin.faults).toEqual([])
  })

test('every page is mirrored in Arabic, accessible, and nothing sticks out', async () => {
  const { page, context } = admin
  const speak = (locale: string | null) => context.request.patch('/api/v1/account', { data: { locale }, headers: { origin: stele.url } })
  await speak('ar')
  for (const { name, path } of pages) {
    for (const width of [1280, 360]) {
      await page.setViewportSize({ width, height: 860 })
      await page.goto(path)
      await page.locator('html[lang=ar][dir=rtl]').waitFor()
      await page.getByRole('heading', { level: 1 }).waitFor()
      await page.waitForTimeout(300)
      await picture(page, `${name}-ar-${width}`)
      await expectAccessible(page)
      expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth'), `${path} at ${width}`).toBe(true)
    }
  }
  await speak(null)
  expect(admin.faults).toEqual([])
})

test('the README shows the workbench of the demonstration; remove the picture to have it taken anew', async () => {
  const { page } = admin
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.goto('/declaration/1/de?panel=history')
  await page.locator('[data-active]').waitFor()
  await page.getByRole('tab', { name: 'History', selected: true }).waitFor()
  await page.waitForTimeout(500)
  await picture(page, 'readme')
  const shown = 'docs/images/workbench.png'
  if (!existsSync(shown)) copyFileSync('test-output/readme.png', shown)
  expect(admin.faults).toEqual([])
})
