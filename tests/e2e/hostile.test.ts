import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newPerson, openBrowser, picture, type Person } from '../helpers/browser.js'
import { caretIn } from '../helpers/charter.js'
import { runStele, type RunningStele } from '../helpers/runningStele.js'

const markdown = `# <script>alert('heading')</script> Rights

Read <img src=x onerror="alert('image')"> and [this](javascript:alert('link')) & "quotes".

<div onclick="alert('block')">A block with <b onmouseover="alert('inline')">markup</b>.</div>

| <svg onload=alert(1)> | {{constructor.constructor('alert(1)')()}} |
| --- | --- |
| \`<script>\` | =HYPERLINK("http://evil.test") |
`
const html = `<!doctype html><title><script>alert('title')</script></title><p title="&quot;><script>alert('attribute')</script>">Text <a href="javascript:alert(1)" onclick="alert(2)">link</a><script>alert('script')</script></p>`
const evil = `"><script>alert('name')</script><img src=x onerror=alert(1)>`

let stele: RunningStele
let browser: Browser
let person: Person

beforeAll(async () => {
  stele = await runStele()
  browser = await openBrowser()
  person = await newPerson(browser, stele.url)
})
afterAll(async () => {
  await browser.close()
  await stele.remove()
})

const call = async (method: string, path: string, data?: unknown) => {
  const answer = await person.context.request.fetch(`/api/v1${path}`, { method, data, headers: { origin: stele.url } })
  expect(answer.ok(), `${method} ${path}: ${answer.status()}`).toBe(true)
  return (await answer.json()) as { id: number; rows: { unitId: number; wordingId: number; source: string }[] }
}

test.each([
  ['hostile.md', markdown],
  ['hostile.html', html],
])('script in %s, in a translation, a comment and a name is never run, and the document is exported as it came', async (path, text) => {
  if (path === 'hostile.md') {
    await call('POST', `/sign-in-links/${stele.firstLink.split('/').at(-1)}`)
    await call('PATCH', '/account', { name: evil })
    await call('POST', '/projects', { name: evil, slug: 'evil', sourceLocale: 'en', locales: ['fr'] })
  }
  const { id } = await call('POST', '/projects/evil/documents', { path: `folder ${evil.replaceAll('/', '⁄')} ${path}`, content: { text } })
  const { rows } = await call('GET', `/documents/${id}/locales/fr/units`)
  const [first] = rows
  expect(first).toBeDefined()
  const exported = await person.context.request.get(`/api/v1/documents/${id}/locales/fr/export?content=all`)
  expect(await exported.text()).toBe(text)
  expect(exported.headers()['content-disposition']).toMatch(/^attachment/)

  const codes = first!.source.match(/<\/?\d+\/?>/g)?.join('') ?? ''
  await call('PUT', `/units/${first!.unitId}/locales/fr`, { text: `${evil}${codes}`, wordingId: first!.wordingId, version: 0 })
  await call('POST', `/units/${first!.unitId}/comments`, { locale: null, body: evil })
  await call('POST', `/documents/${id}/revisions`, { base: 1, content: { text: `${text}\n\n<p>${evil}</p>\n` } })
  const { page } = person
  for (const place of [`/evil/${id}/fr?panel=discussion`, `/evil/${id}/fr?panel=history`]) {
    await page.goto(place)
    await caretIn(page)
    await page.getByText("alert('name')").first().waitFor()
  }
  await picture(page, `hostile-${path}`)
  for (const place of ['/', '/evil', `/evil/${id}`, `/evil/${id}?from=1&to=2`, `/evil/${id}/revise`, '/evil/activity', '/evil/members', '/people']) {
    await page.goto(place)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.waitForTimeout(200)
  }
  // A script that ran would have opened a dialog; one that was stopped would have been told to the console.
  expect(person.faults).toEqual([])
})
