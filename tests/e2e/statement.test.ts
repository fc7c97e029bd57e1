import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { unzipSync } from 'fflate'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectAccessible, expectShown, newPerson, openBrowser, picture, type Person } from '../helpers/browser.js'
import { caretIn } from '../helpers/charter.js'
import { chooseFile, chooseFromMenu, pickLanguage, press, write } from '../helpers/keyboard.js'
import { runStele, type RunningStele } from '../helpers/runningStele.js'

/** Two versions of a statement: ours, or those in the folder that STATEMENT names. */
const folder = process.env.STATEMENT ?? fileURLToPath(new URL('statement', import.meta.url))
const [first = '', second = ''] = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .sort()
  .map((name) => join(folder, name))
const paragraphs = readFileSync(first, 'utf8').trim().split(/\n\n+/)

// The whole job without a mouse: everything is reached by Tab, arrows and the workbench's keys.
let stele: RunningStele
let browser: Browser
let manager: Person
let translator: Person
let reviewer: Person

beforeAll(async () => {
  stele = await runStele()
  browser = await openBrowser()
  manager = await newPerson(browser, stele.url, { acceptDownloads: true })
})
afterAll(async () => {
  await browser.close()
  await stele.remove()
})

/** What somebody downloads by choosing `entry` in the menu that `button` opens. */
async function download(page: Page, button: string, entry: string): Promise<Buffer> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    chooseFromMenu(page, page.getByRole('button', { name: button, exact: true }), page.getByRole('menuitem', { name: entry })),
  ])
  return readFileSync(await file.path())
}

/** Bytes as a string, one character each: a difference is shown as text. */
const shown = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')

const statementFile = (path: string) => ({ name: 'statement.txt', mimeType: 'text/plain', buffer: readFileSync(path) })

/** Invites somebody into the project as `role` of French, and accepts as them. */
async function invite(name: string, email: string, role: string): Promise<Person> {
  const { page } = manager
  await page.goto('/statement/members')
  await press(page, page.getByRole('button', { name: 'Invite somebody' }))
  const dialog = page.getByRole('dialog')
  await press(page, dialog.getByRole('checkbox', { name: `${role}: French` }), 'Space')
  await press(page, dialog.getByRole('button', { name: 'Make the invitation' }))
  const link = await dialog.getByLabel('Invitation link').inputValue()
  await press(page, dialog.getByRole('button', { name: 'Done' }))
  const person = await newPerson(browser, stele.url, { acceptDownloads: true })
  await person.page.goto(link)
  await write(person.page, person.page.getByLabel('Name'), name)
  await write(person.page, person.page.getByLabel('E-mail address'), email)
  await write(person.page, person.page.getByLabel('Password'), 'a long password')
  await press(person.page, person.page.getByRole('button', { name: 'Accept and sign in' }))
  await person.page.getByRole('heading', { level: 1, name: 'Your work' }).waitFor()
  return person
}

test('a source manager makes a project and imports the statement', async () => {
  const { page } = manager
  await page.goto(stele.firstLink)
  await page.getByRole('heading', { level: 1, name: 'Your account' }).waitFor()
  await page.goto('/new')
  await write(page, page.getByLabel('Name'), 'Statement')
  await pickLanguage(page, page.getByRole('combobox', { name: 'Target languages' }), 'French')
  await pickLanguage(page, page.getByRole('combobox', { name: 'Target languages' }), 'Arabic')
  await picture(page, 'story-1-project')
  await press(page, page.getByRole('button', { name: 'Create project' }))
  await page.getByRole('heading', { level: 1, name: 'Statement' }).waitFor()
  await press(page, page.getByRole('link', { name: 'Add document' }))
  await chooseFile(page, page.locator('input[type=file]'), statementFile(first))
  await press(page, page.getByRole('button', { name: 'Import 1 document' }))
  await press(page, page.getByRole('link', { name: 'statement.txt' }))
  await page.getByRole('heading', { level: 2, name: 'Languages' }).waitFor()
  await expectShown(page.getByText(`${paragraphs.length} units`))
  await picture(page, 'story-2-document')
})

test('what nobody translated is exported as it came, byte for byte', async () => {
  expect(shown(await download(manager.page, 'Export French', 'All translations'))).toBe(shown(readFileSync(first)))
})

test('a translator finds the work and does it', async () => {
  translator = await invite('Tara', 'tara@newsroom.test', 'Translator')
  const { page } = translator
  await page.getByText(`${paragraphs.length} to translate`).waitFor()
  await picture(page, 'story-3-work')
  await press(page, page.getByRole('link', { name: 'statement.txt' }))
  for (const number of paragraphs.keys()) {
    await caretIn(page, number + 1)
    await page.keyboard.type(`Paragraphe ${number + 1}.`)
    await page.keyboard.press('Control+Enter')
    await page.getByRole('button', { name: `Unit ${number + 1} of ${paragraphs.length}, Translated` }).waitFor({ state: 'attached' })
  }
  await picture(page, 'story-4-translated')
  await expect.poll(() => page.getByRole('button', { name: /, Translated$/ }).count()).toBeGreaterThan(0)
})

test('a reviewer selects all that is shown and approves it', async () => {
  reviewer = await invite('Rosa', 'rosa@newsroom.test', 'Reviewer')
  const { page } = reviewer
  await page.getByText(`${paragraphs.length} to review`).waitFor()
  await press(page, page.getByRole('link', { name: 'statement.txt' }))
  await page.locator('[data-active]').waitFor()
  await page.keyboard.press('Alt+a')
  await page.getByText(`${paragraphs.length} selected`, { exact: true }).waitFor()
  await page.keyboard.press('Control+Shift+Enter')
  await page.getByRole('button', { name: `Unit 1 of ${paragraphs.length}, Approved` }).waitFor()
  await picture(page, 'story-5-approved')
  await expectShown(page.getByText(`${paragraphs.length} approved`))
})

test('a new version shows its impact before it is published', async () => {
  const { page } = manager
  await page.goto('/statement/1/revise')
  await chooseFile(page, page.locator('input[type=file]'), statementFile(second))
  await press(page, page.getByRole('button', { name: 'Preview the impact' }))
  await page.getByRole('heading', { name: 'What becomes of the translations' }).waitFor()
  await picture(page, 'story-6-impact')
  await expectAccessible(page)
  await press(page, page.getByRole('button', { name: /Keep translations of all cosmetic changes \(1\)/ }))
  await press(page, page.getByRole('button', { name: 'Publish revision 2' }))
  await page.getByRole('heading', { level: 2, name: 'Revisions' }).waitFor()
  await expectShown(page.getByText('Revision 2', { exact: true }))
  await picture(page, 'story-7-published')
})

test('the translator sees what became stale, and why; the quotation marks cost nobody anything', async () => {
  const { page } = translator
  await page.goto('/statement/1/fr?status=stale')
  await page.locator('[data-active] .cm-content').waitFor()
  await expectShown(page.locator('[data-active] ins'))
  await picture(page, 'story-8-stale')
})

test('all languages come as one zip: approved translations, the source where there is none, and a manifest each', async () => {
  await manager.page.goto('/statement/1')
  const files = unzipSync(new Uint8Array(await download(manager.page, 'Export all languages', 'Approved translations only')))
  const names = Object.keys(files).sort()
  expect(names.filter((name) => name.endsWith('.txt'))).toEqual(['ar/statement.txt', 'fr/statement.txt'])
  const french = Buffer.from(files['fr/statement.txt']!).toString('utf8')
  expect(french).toContain('Paragraphe 1.')
  expect(shown(files['ar/statement.txt']!)).toBe(shown(readFileSync(second)))
  const manifest = JSON.parse(Buffer.from(files[names.find((name) => /fr.*\.json$/.test(name))!]!).toString('utf8')) as {
    revision: number
    units: { status: string; exported: string }[]
  }
  expect(manifest.revision).toBe(2)
  expect(new Set(manifest.units.map(({ status, exported }) => `${status} ${exported}`))).toContain('stale source')
})

test('going back to the first version brings every translation and approval back', async () => {
  const { page } = manager
  await page.goto('/statement/1')
  await press(page, page.getByRole('button', { name: 'Go back to this' }))
  await press(page, page.getByRole('dialog').getByRole('button', { name: 'Go back to this' }))
  await page.getByText('Revision 3').first().waitFor()
  await reviewer.page.goto('/statement/1/fr')
  await reviewer.page.getByRole('button', { name: `Unit 1 of ${paragraphs.length}, Approved` }).waitFor()
  await reviewer.page
    .getByRole('link', { name: new RegExp(`^Approved ${paragraphs.length}$`) })
    .or(reviewer.page.getByRole('button', { name: new RegExp(`^Approved ${paragraphs.length}$`) }))
    .first()
    .waitFor()
  await picture(reviewer.page, 'story-9-reverted')
  for (const { faults } of [manager, translator, reviewer]) expect(faults).toEqual([])
})
