import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectShown, newPerson, openBrowser, type Person } from '../helpers/browser.js'
import { chooseFromMenu, chooseOption, press, write } from '../helpers/keyboard.js'
import { runStele, type RunningStele } from '../helpers/runningStele.js'

// What everybody does with an account, a project's members and its settings, without a mouse.
let stele: RunningStele
let browser: Browser
let ada: Person

beforeAll(async () => {
  stele = await runStele()
  browser = await openBrowser()
  ada = await newPerson(browser, stele.url)
})
afterAll(async () => {
  await browser.close()
  await stele.remove()
})

test('somebody gives an account its name, address and password, and signs in with them', async () => {
  const { page } = ada
  await page.goto(stele.firstLink)
  await page.getByRole('heading', { level: 1, name: 'Your account' }).waitFor()
  await write(page, page.getByLabel('Name', { exact: true }), 'Ada')
  await write(page, page.getByLabel('E-mail address'), 'ada@stele.test')
  await press(page, page.getByRole('button', { name: 'Save' }))
  await expectShown(page.getByText('Account saved'))
  await write(page, page.getByLabel('New password'), 'a long password')
  await press(page, page.getByRole('button', { name: 'Set password' }))
  await page.getByRole('button', { name: 'Change password' }).waitFor()
  await chooseFromMenu(page, page.getByRole('button', { name: /Ada/ }), page.getByRole('menuitem', { name: 'Sign out' }))
  await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor()
  await write(page, page.getByLabel('E-mail address'), 'ada@stele.test')
  await write(page, page.getByLabel('Password'), 'a long password')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Your work' }).waitFor()
})

test('a key for scripts is made and revoked', async () => {
  const { page } = ada
  await page.goto('/account')
  const name = page.getByLabel('Purpose')
  await write(page, name, 'Nightly build')
  await page.keyboard.press('Enter')
  await expectShown(page.getByRole('rowheader', { name: 'Nightly build' }))
  await press(page, page.getByRole('button', { name: 'Revoke Nightly build' }))
  await press(page, page.getByRole('dialog').getByRole('button', { name: 'Revoke' }))
  await page.getByRole('rowheader', { name: 'Nightly build' }).waitFor({ state: 'detached' })
})

test('the whole interface turns to Arabic and back', async () => {
  const { page } = ada
  await chooseFromMenu(page, page.getByRole('button', { name: 'Language' }), page.getByRole('menuitem', { name: 'العربية' }))
  await expect.poll(() => page.locator('html').getAttribute('dir')).toBe('rtl')
  await chooseFromMenu(page, page.getByRole('banner').getByRole('button').first(), page.getByRole('menuitem', { name: 'English' }))
  await expect.poll(() => page.locator('html').getAttribute('dir')).toBe('ltr')
})

test('a pasted text becomes a document', async () => {
  const { page } = ada
  await page.goto('/new')
  await write(page, page.getByLabel('Name'), 'Charter')
  await page.getByRole('combobox', { name: 'Target languages' }).waitFor()
  await press(page, page.getByRole('button', { name: 'Create project' }))
  await page.getByRole('heading', { level: 1, name: 'Charter' }).waitFor()
  await press(page, page.getByRole('link', { name: 'Add document' }))
  await write(page, page.getByLabel('Name in the project'), 'charter.md')
  await write(page, page.getByLabel('Text', { exact: true }), '# Charter')
  await press(page, page.getByRole('button', { name: 'Add to the list' }))
  await press(page, page.getByRole('button', { name: 'Import 1 document' }))
  await expectShown(page.getByRole('link', { name: 'charter.md' }))
})

test('a member gets another role, and the project another name', async () => {
  const { page } = ada
  await page.goto('/charter/members')
  await press(page, page.getByRole('button', { name: 'Change the roles of Ada' }))
  const dialog = page.getByRole('dialog')
  await press(page, dialog.getByRole('checkbox', { name: 'Viewer' }), 'Space')
  await press(page, dialog.getByRole('button', { name: 'Save' }))
  await expectShown(page.getByRole('cell', { name: /Viewer/ }))
  await page.goto('/charter/settings')
  await write(page, page.getByLabel('Name', { exact: true }), 'Charta')
  await chooseOption(page, page.getByLabel('Approvals required'), '2')
  await press(page, page.getByRole('button', { name: 'Save' }))
  await expectShown(page.getByText('Settings saved'))
  expect(ada.faults).toEqual([])
})
