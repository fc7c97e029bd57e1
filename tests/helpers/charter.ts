import type { Browser, Page } from 'playwright-core'
import { expect } from 'vitest'
import { newPerson, openBrowser, type Person } from './browser.js'
import { runStele, type RunningStele } from './runningStele.js'

const source = `# Charter

Read **this** [first](https://example.org).

Peace is work.

Water belongs to all.
`

/** A project (English into German and Arabic) in a running Stele, with two people in browsers of their own. */
export interface Charter {
  stele: RunningStele
  browser: Browser
  /** Manages, translates and reviews. */
  ada: Person
  /** Translates and reviews. */
  bo: Person
  /** Imports a fresh copy of the document (a heading, a paragraph with two codes, two plain ones); answers its id. */
  newDocument(): Promise<number>
  /** Imports a text under this name; answers the document's id. */
  importText(path: string, text: string): Promise<number>
  /** Publishes a version in which unit 3 says "Peace is hard work.". */
  revise(document: number): Promise<void>
  /** Publishes the text as the document's second version. */
  publish(document: number, text: string): Promise<void>
  /** The German text of a unit as the server has it. */
  textOf(document: number, number: number): Promise<string | undefined>
  close(): Promise<void>
}

export async function openCharter(): Promise<Charter> {
  const stele = await runStele()
  const browser = await openBrowser()
  const ada = await newPerson(browser, stele.url)
  const bo = await newPerson(browser, stele.url)
  const call = async (person: Person, method: string, path: string, data?: unknown): Promise<unknown> => {
    const answer = await person.context.request.fetch(`/api/v1${path}`, { method, data, headers: { origin: stele.url } })
    expect(answer.ok(), `${method} ${path}: ${await answer.text()}`).toBe(true)
    return answer.json()
  }
  await call(ada, 'POST', `/sign-in-links/${stele.firstLink.split('/').at(-1)}`)
  await call(ada, 'POST', '/projects', { name: 'Charter', slug: 'charter', sourceLocale: 'en', locales: ['de', 'ar'] })
  const grants = ['translator', 'reviewer'].map((role) => ({ project: 'charter', role }))
  const { url } = (await call(ada, 'POST', '/invitations', { grants })) as { url: string }
  await call(bo, 'POST', `/invitations/${url.split('/').at(-1)}`, { name: 'Bo', email: 'bo@stele.test', password: 'a long password' })
  const importText = async (path: string, text: string) => ((await call(ada, 'POST', '/projects/charter/documents', { path, content: { text } })) as { id: number }).id
  const publish = async (document: number, text: string): Promise<void> => void (await call(ada, 'POST', `/documents/${document}/revisions`, { base: 1, content: { text } }))
  let copies = 0
  return {
    stele,
    browser,
    ada,
    bo,
    newDocument: () => importText(`charter-${++copies}.md`, source),
    importText,
    revise: (document) => publish(document, source.replace('Peace is work.', 'Peace is hard work.')),
    publish,
    textOf: async (document, number) => {
      const { rows } = (await call(ada, 'GET', `/documents/${document}/locales/de/units`)) as { rows: { target: { text: string } }[] }
      return rows[number - 1]?.target.text
    },
    close: async () => {
      await browser.close()
      await stele.remove()
    },
  }
}

/** Opens the workbench and waits for the caret in the editor. */
export async function openWorkbench({ page }: Person, document: number, query = '', locale = 'de'): Promise<void> {
  await page.goto(`/charter/${document}/${locale}${query}`)
  await caretIn(page)
}

/** Waits until the caret is in the editor, which lives in a shadow root: in that of this unit, where one is named. */
export async function caretIn(page: Page, unit?: number): Promise<void> {
  // Asked from outside: a page under a strict policy does not let itself be polled by an evaluated text.
  await expect.poll(() => page.evaluate(caretHolder), { timeout: 10_000 }).toEqual(unit === undefined ? expect.any(String) : String(unit))
}

/** The number of the unit whose editor has the caret; null while none has. */
const caretHolder = `(() => {
  const row = document.querySelector('[data-active]')
  const has = [...(row?.querySelectorAll('*') ?? [])].some((element) => element.shadowRoot?.activeElement)
  return has ? (row.querySelector('[data-open]')?.textContent.trim() ?? '') : null
})()`

/** Goes to a unit by its number, by keyboard. */
export async function goTo(page: Page, unit: number): Promise<void> {
  await page.keyboard.press('Alt+g')
  await page.keyboard.type(String(unit))
  await page.keyboard.press('Enter')
  await caretIn(page, unit)
}

export const rowOf = (page: Page, number: number) => page.getByRole('listitem').filter({ has: page.getByRole('button', { name: new RegExp(`^Unit ${number} of`) }) })

export const waitForStatus = (page: Page, number: number, status: string) => page.getByRole('button', { name: `Unit ${number} of 4, ${status}` }).waitFor()

/** What the open editor shows, chips by their signs. */
export const shownText = (page: Page) => page.locator('[data-active] .cm-content').innerText()
