import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectAccessible, newPerson, openBrowser, type Person, picture } from '../helpers/browser.js'
import { runStele, type RunningStele } from '../helpers/runningStele.js'

const source = `# Charter

Read **this** [first](https://example.org).

Peace is work.

Water belongs to all.
`
const revised = source.replace('Peace is work.', 'Peace is hard work.')

let stele: RunningStele
let browser: Browser
/** Manages, translates and reviews. */
let ada: Person
/** Translates and reviews. */
let bo: Person

async function call(person: Person, method: string, path: string, data?: unknown): Promise<unknown> {
  const answer = await person.context.request.fetch(`/api/v1${path}`, { method, data, headers: { origin: stele.url } })
  expect(answer.ok(), `${method} ${path}: ${await answer.text()}`).toBe(true)
  return answer.status() === 204 ? null : answer.json()
}

beforeAll(async () => {
  stele = await runStele()
  browser = await openBrowser()
  ada = await newPerson(browser, stele.url)
  bo = await newPerson(browser, stele.url)
  await call(ada, 'POST', `/sign-in-links/${stele.firstLink.split('/').at(-1)}`)
  await call(ada, 'POST', '/projects', { name: 'Charter', slug: 'charter', sourceLocale: 'en', locales: ['de', 'ar'] })
  const grants = ['translator', 'reviewer'].map((role) => ({ project: 'charter', role }))
  const { url } = (await call(ada, 'POST', '/invitations', { grants })) as { url: string }
  await call(bo, 'POST', `/invitations/${url.split('/').at(-1)}`, { name: 'Bo', email: 'bo@stele.test', password: 'a long password' })
})

afterAll(async () => {
  await browser?.close()
  await stele?.remove()
})

/** A fresh copy of the document; answers its id. */
let copies = 0
const newDocument = async () => ((await call(ada, 'POST', '/projects/charter/documents', { path: `charter-${++copies}.md`, content: { text: source } })) as { id: number }).id

/** Opens the workbench and waits for the caret in the editor. */
async function open({ page }: Person, document: number, query = '', locale = 'de'): Promise<void> {
  await page.goto(`/charter/${document}/${locale}${query}`)
  await caretIn(page)
}

/** Waits until the caret is in the editor, which lives in a shadow root: in that of this unit, where one is named. */
const caretIn = (page: Page, unit?: number) =>
  page.waitForFunction(`(() => {
    const row = document.querySelector('[data-active]')
    const number = row?.querySelector('[data-open]')?.textContent.trim()
    return [...(row?.querySelectorAll('*') ?? [])].some((element) => element.shadowRoot?.activeElement) && ${unit === undefined ? 'true' : `number === '${unit}'`}
  })()`)

const rowOf = (page: Page, number: number) => page.getByRole('listitem').filter({ has: page.getByRole('button', { name: new RegExp(`^Unit ${number} of`) }) })
const statusOf = async (page: Page, number: number) => (await page.getByRole('button', { name: new RegExp(`^Unit ${number} of`) }).getAttribute('aria-label'))?.split(', ')[1]
const waitForStatus = (page: Page, number: number, status: string) => page.getByRole('button', { name: `Unit ${number} of 4, ${status}` }).waitFor()
const textOf = async (document: number, number: number) =>
  ((await call(ada, 'GET', `/documents/${document}/locales/de/units`)) as { rows: { target: { text: string } }[] }).rows[number - 1]?.target.text

describe('a translator', () => {
  test('writes, saves and comes to the next unit that needs work, by keyboard alone', async () => {
    const document = await newDocument()
    await open(ada, document)
    const { page } = ada
    await page.keyboard.type('Charta')
    await page.keyboard.press('Control+Enter')
    await caretIn(page, 2)
    await page.keyboard.type('Lies ')
    await page.keyboard.press('Alt+t')
    await page.keyboard.type('dies')
    await page.keyboard.press('Control+Enter')
    // A code is missing: it says which, and nobody leaves.
    await page
      .getByText(/Not saved: the code <2> is missing/)
      .first()
      .waitFor()
    await page.keyboard.press('End')
    await page.keyboard.press('Alt+t')
    await page.keyboard.type('zuerst')
    await page.keyboard.press('Control+Enter')
    await caretIn(page, 3)
    await waitForStatus(page, 2, 'Translated')
    await page.getByText(/^Saved \d/).waitFor()
    expect(await textOf(document, 2)).toBe('Lies <1>dies</1><2>zuerst</2>')
    expect(await textOf(document, 1)).toBe('Charta')
  })

  test('deletes a code only whole', async () => {
    const document = await newDocument()
    await open(ada, document, '?unit=')
    const { page } = ada
    await page.keyboard.press('Alt+ArrowDown')
    await caretIn(page, 2)
    await page.keyboard.press('Alt+c')
    await page.keyboard.press('End')
    await page.keyboard.press('Backspace')
    await page.keyboard.press('Backspace')
    await page.getByText('Missing:').waitFor()
    await page.keyboard.press('Alt+t')
    await page.keyboard.type('.')
    await page.keyboard.press('Control+Enter')
    await caretIn(page, 3)
    await waitForStatus(page, 2, 'Translated')
    expect(await textOf(document, 2)).toBe('Read <1>this</1> <2>first</2>.')
  })

  test('finds a draft again after the page was closed', async () => {
    const document = await newDocument()
    await open(ada, document)
    await ada.page.keyboard.type('Halb ge')
    await ada.page.reload()
    await ada.page.getByText(/You wrote this here and did not save it/).waitFor()
    await caretIn(ada.page)
    await ada.page.keyboard.type('schrieben')
    await ada.page.keyboard.press('Control+Enter')
    await waitForStatus(ada.page, 1, 'Translated')
    await expect.poll(() => textOf(document, 1)).toBe('Halb geschrieben')
  })

  test('goes on without a connection: saves wait, survive a reload, and arrive in order', async () => {
    const document = await newDocument()
    await open(ada, document)
    const { page, context } = ada
    await context.route('**/api/v1/units/**', (route) => route.abort('connectionfailed'))
    await page.keyboard.type('Charta')
    await page.keyboard.press('Control+Enter')
    await caretIn(page, 2)
    await page.keyboard.press('Alt+ArrowDown')
    await caretIn(page, 3)
    await page.keyboard.type('Frieden ist Arbeit.')
    await page.keyboard.press('Control+Enter')
    await page.getByText('2 saves wait for the connection').waitFor()
    await page.reload()
    await page.getByText('2 saves wait for the connection').waitFor()
    await context.unroute('**/api/v1/units/**')
    await expect.poll(() => textOf(document, 3), { timeout: 20_000 }).toBe('Frieden ist Arbeit.')
    expect(await textOf(document, 1)).toBe('Charta')
    await waitForStatus(page, 1, 'Translated')
  })

  test('sees both texts when somebody saved another one, and decides', async () => {
    const document = await newDocument()
    await open(ada, document)
    await open(bo, document)
    await ada.page.keyboard.type('Meine Charta')
    await bo.page.keyboard.type('Deine Charta')
    await bo.page.keyboard.press('Control+Enter')
    const clash = ada.page.getByRole('alert').filter({ hasText: 'Bo saved another text while you were writing' })
    await clash.waitFor()
    expect(await clash.locator('del').allInnerTexts()).toEqual([expect.stringContaining('Deine')])
    await picture(ada.page, 'workbench-conflict')
    await ada.page.keyboard.press('Control+Enter')
    expect(await textOf(document, 1)).toBe('Deine Charta')
    await clash.getByRole('button', { name: 'Keep mine' }).click()
    await expect.poll(() => textOf(document, 1)).toBe('Meine Charta')
    await expectAccessible(ada.page)
  })

  test('sees what others save at once, and keeps the caret', async () => {
    const document = await newDocument()
    await open(ada, document)
    await open(bo, document)
    await ada.page.keyboard.type('Cha')
    await bo.page.keyboard.press('Alt+ArrowDown')
    await bo.page.keyboard.press('Alt+ArrowDown')
    await caretIn(bo.page, 3)
    await bo.page.keyboard.type('Frieden')
    await bo.page.keyboard.press('Control+Enter')
    await rowOf(ada.page, 3).getByText('Frieden').waitFor()
    await ada.page.keyboard.type('rta')
    await ada.page.keyboard.press('Control+Enter')
    await expect.poll(() => textOf(document, 1)).toBe('Charta')
  })

  test('says that a translation is still valid after the source changed', async () => {
    const document = await newDocument()
    await open(ada, document)
    await ada.page.keyboard.press('Alt+ArrowDown')
    await ada.page.keyboard.press('Alt+ArrowDown')
    await caretIn(ada.page, 3)
    await ada.page.keyboard.type('Frieden ist Arbeit.')
    await ada.page.keyboard.press('Control+Enter')
    await waitForStatus(ada.page, 3, 'Translated')
    await call(ada, 'POST', `/documents/${document}/revisions`, { base: 1, content: { text: revised } })
    await ada.page.getByRole('button', { name: /Load it/ }).click()
    await waitForStatus(ada.page, 3, 'Stale')
    await open(ada, document, '?status=stale')
    await rowOf(ada.page, 3).locator('ins').waitFor()
    expect(await rowOf(ada.page, 3).locator('ins').innerText()).toContain('hard')
    await picture(ada.page, 'workbench-stale')
    await ada.page.keyboard.press('Alt+v')
    await waitForStatus(ada.page, 3, 'Translated')
  })
})

describe('a reviewer', () => {
  test('approves one, rejects one with a reason, and the translator reads it', async () => {
    const document = await newDocument()
    await open(ada, document)
    for (const [text, next] of [
      ['Charta', 2],
      ['', 3],
    ] as const) {
      if (text) await ada.page.keyboard.type(text)
      await ada.page.keyboard.press(text ? 'Control+Enter' : 'Alt+ArrowDown')
      await caretIn(ada.page, next)
    }
    await ada.page.keyboard.type('Friede ist Arbeit.')
    await ada.page.keyboard.press('Control+Enter')
    await waitForStatus(ada.page, 3, 'Translated')

    await open(bo, document, '?status=translated')
    await bo.page.keyboard.press('Control+Shift+Enter')
    await caretIn(bo.page, 3)
    await waitForStatus(bo.page, 1, 'Approved')
    await bo.page.keyboard.press('Alt+x')
    await bo.page.getByRole('dialog').getByLabel('Reason').fill('“Frieden”, please.')
    await bo.page.keyboard.press('Control+Enter')
    await waitForStatus(bo.page, 3, 'Rejected')

    await waitForStatus(ada.page, 3, 'Rejected')
    await open(ada, document, '?status=rejected')
    await ada.page.getByText('Bo rejected this translation').waitFor()
    expect(await ada.page.getByText('“Frieden”, please.').isVisible()).toBe(true)
    await picture(ada.page, 'workbench-rejected')
  })

  test('approves a selected range; what cannot be approved is said', async () => {
    const document = await newDocument()
    await open(ada, document)
    await ada.page.keyboard.type('Charta')
    await ada.page.keyboard.press('Control+Enter')
    await waitForStatus(ada.page, 1, 'Translated')
    await open(bo, document, '?panel=none')
    await bo.page.keyboard.press('Alt+g')
    await bo.page.keyboard.type('4')
    await bo.page.keyboard.press('Enter')
    await caretIn(bo.page, 4)
    await bo.page.keyboard.type('Wasser gehört allen.')
    await bo.page.keyboard.press('Control+Enter')
    await waitForStatus(bo.page, 4, 'Translated')
    await bo.page.keyboard.press('Alt+a')
    await bo.page.getByText('4 selected', { exact: true }).waitFor()
    await bo.page.keyboard.press('Control+Shift+Enter')
    await waitForStatus(bo.page, 1, 'Approved')
    expect(await statusOf(bo.page, 4)).toBe('Translated')
    await bo.page
      .getByText(/1 done, 1 not/)
      .first()
      .waitFor()
  })
})

test('people talk about a unit, for one language or for all', async () => {
  const document = await newDocument()
  await open(ada, document)
  await ada.page.keyboard.press('Alt+m')
  await ada.page.keyboard.type('Charter or charta?')
  await ada.page.getByRole('button', { name: 'Send' }).click()
  await ada.page.getByText('Discussion (1)').waitFor()
  await open(bo, document)
  await bo.page.getByText('Charter or charta?').waitFor()
  await bo.page.getByRole('button', { name: 'Resolve' }).click()
  await ada.page.getByText('Resolved').waitFor()
  expect(await ada.page.getByRole('tab').first().innerText()).toBe('Discussion')
})

test.each(['en', 'ar'] as const)('is accessible in %s, and nothing goes wrong on the way', async (language) => {
  const document = await newDocument()
  const eve = await newPerson(browser, stele.url, { locale: language, storageState: await ada.context.storageState() })
  await open(eve, document, '?panel=history', 'ar')
  await expectAccessible(eve.page)
  await picture(eve.page, `workbench-${language}`)
  await eve.page.keyboard.press('Control+/')
  await eve.page.getByRole('dialog').waitFor()
  await expectAccessible(eve.page)
  expect(eve.faults).toEqual([])
  await eve.context.close()
})

test('works on a phone', async () => {
  const document = await newDocument()
  const eve = await newPerson(browser, stele.url, { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, storageState: await ada.context.storageState() })
  await open(eve, document)
  await eve.page.keyboard.type('Charta')
  await eve.page.getByRole('button', { name: 'Save and next' }).tap()
  await waitForStatus(eve.page, 1, 'Translated')
  expect(await eve.page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360)
  await expectAccessible(eve.page)
  await picture(eve.page, 'workbench-phone')
  await eve.context.close()
})
