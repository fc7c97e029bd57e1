import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectAccessible, expectShown, newPerson, openBrowser, type Person } from '../helpers/browser.js'
import { chooseFile, chooseOption, press, write } from '../helpers/keyboard.js'
import { runStele, type RunningStele } from '../helpers/runningStele.js'

let stele: RunningStele
let browser: Browser
let admin: Person

beforeAll(async () => {
  stele = await runStele({ STELE_DEMO: 'on' })
  browser = await openBrowser()
  admin = await newPerson(browser, stele.url)
  await admin.page.goto(stele.firstLink)
  await admin.page.getByRole('heading', { level: 1, name: 'Your account' }).waitFor()
})
afterAll(async () => {
  await browser.close()
  await stele.remove()
})

const srx = (before: string) =>
  Buffer.from(`<srx version="2.0"><header cascade="no"/><body><languagerules><languagerule languagerulename="All">
<rule break="yes"><beforebreak>${before}</beforebreak><afterbreak>\\s</afterbreak></rule></languagerule></languagerules>
<maprules><languagemap languagepattern=".*" languagerulename="All"/></maprules></body></srx>`)

test('by keyboard, a rule with an SRX file is added to the settings, mended where it cannot be used, and removed', async () => {
  const { page } = admin
  await page.goto('/declaration/settings')
  await press(page, page.getByRole('button', { name: 'Add a rule' }))
  const rule = page.getByRole('group', { name: 'Rule 1' })
  await write(page, rule.getByLabel('Documents', { exact: true }), '*.html')
  await expectShown(rule.getByText('Fits 1 document.'))
  await chooseOption(page, rule.getByLabel('Documents are translated'), 'Sentence')
  await chooseFile(page, rule.getByLabel('Segmentation rules (SRX)'), { name: 'broken.srx', mimeType: 'text/xml', buffer: srx('(;') })
  await expectShown(rule.getByText('broken.srx', { exact: true }))
  await expectAccessible(page)
  await press(page, page.getByRole('button', { name: 'Save' }))
  await expectShown(page.getByText('The segmentation rules broken.srx cannot be used, line 2'))
  await press(page, rule.getByRole('button', { name: 'Remove broken.srx' }))
  await chooseFile(page, rule.getByLabel('Segmentation rules (SRX)'), { name: 'mended.srx', mimeType: 'text/xml', buffer: srx(';') })
  await expectShown(rule.getByText('mended.srx', { exact: true }))
  await press(page, page.getByRole('button', { name: 'Save' }))
  await expectShown(page.getByText('Settings saved'))
  await page.reload()
  await expectShown(rule.getByText('mended.srx', { exact: true }))
  await press(page, rule.getByText('Options for office documents, HTML, and XML'))
  await write(page, rule.getByLabel('Not translated'), 'kbd')
  await write(page, rule.getByLabel('Elements of XML'), 'code=hidden')
  await expectShown(rule.getByText('is not understood'))
  await write(page, rule.getByLabel('Elements of XML'), 'code=protected')
  await chooseFile(page, rule.getByLabel('Rules for XML (ITS 2.0)'), { name: 'rules.xml', mimeType: 'text/xml', buffer: Buffer.from('<rules/>') })
  await expectShown(rule.getByText('rules.xml', { exact: true }))
  await expectAccessible(page)
  await press(page, page.getByRole('button', { name: 'Save' }))
  await expectShown(page.getByText('The rules rules.xml cannot be used, line 1'))
  await press(page, rule.getByRole('button', { name: 'Remove rules.xml' }))
  await press(page, page.getByRole('button', { name: 'Save' }))
  await expectShown(page.getByText('Settings saved'))
  await page.reload()
  expect(await rule.getByLabel('Not translated').inputValue()).toBe('kbd')
  expect(await rule.getByLabel('Elements of XML').inputValue()).toBe('code=protected')
  await press(page, rule.getByRole('button', { name: 'Remove rule 1' }))
  expect(await page.getByRole('button', { name: 'Add a rule' }).evaluate((button) => button === document.activeElement)).toBe(true)
  await press(page, page.getByRole('button', { name: 'Save' }))
  await page.reload()
  await expectShown(page.getByRole('button', { name: 'Add a rule' }))
  expect(await rule.count()).toBe(0)
  expect(admin.faults.filter((fault) => !fault.includes('422'))).toEqual([])
})
