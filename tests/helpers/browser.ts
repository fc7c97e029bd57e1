import { AxeBuilder } from '@axe-core/playwright'
import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Locator, type Page } from 'playwright-core'
import { expect } from 'vitest'
import { chromiumPath } from './chromium.js'

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-dev-shm-usage',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: chromiumPath() ?? '/usr/bin/chromium', args: quiet })
}

/** A person with a browser of their own. Every message of the page that tells of a fault fails the test that asks for `faults`. */
export interface Person {
  page: Page
  context: BrowserContext
  faults: string[]
}

export async function newPerson(browser: Browser, baseURL: string, options: BrowserContextOptions = {}): Promise<Person> {
  // A colour half way through a transition has no contrast that anybody could judge.
  const context = await browser.newContext({ baseURL, locale: 'en-US', viewport: { width: 1280, height: 860 }, reducedMotion: 'reduce', ...options })
  const page = await context.newPage()
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(String(error)))
  page.on('console', (message) => {
    // A refused request is part of many stories and is logged by the browser itself; what the page says is what counts.
    if (message.type() === 'error' && !/Failed to load resource/.test(message.text())) faults.push(message.text())
  })
  page.on('dialog', (dialog) => {
    // `beforeunload` is the browser's own; any other dialog can only come from a script that should never have run.
    if (dialog.type() !== 'beforeunload') faults.push(`dialog: ${dialog.message()}`)
    void dialog.accept()
  })
  return { page, context, faults }
}

/** Waits until the first of them is seen; where it never is, the failure names it. */
export const expectShown = (target: Locator): Promise<void> => target.first().waitFor()

/** Holds the page against WCAG 2.2 A and AA; but for what it shows in a sandbox, where nothing runs, axe neither. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).exclude('iframe[sandbox]').withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)).toEqual([])
}

const folder = fileURLToPath(new URL('../../test-output/', import.meta.url))

/** Keeps a picture for people to look at, in test-output/. */
export async function picture(page: Page, name: string): Promise<void> {
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: `${folder}${name}.png`, animations: 'disabled' })
}
