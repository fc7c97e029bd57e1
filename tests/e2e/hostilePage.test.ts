import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectShown, picture, type Person } from '../helpers/browser.js'
import { type Charter, openCharter } from '../helpers/charter.js'

/** What would run, ask another server, leave the page or send something, if it could. */
const attacks = (evil: string) => `
<script>alert('script')</script>
<img src=x onerror="alert('image')">
<svg onload="alert('svg')"><script>alert('svg script')</script></svg>
<iframe src="${evil}/frame" srcdoc="<script>alert('frame')</script>"></iframe>
<object data="${evil}/object"></object>
<embed src="${evil}/embed">
<meta http-equiv="refresh" content="0; url=${evil}/refresh">
<base href="${evil}/base/">
<link rel="stylesheet" href="${evil}/style.css">
<link rel="preload" as="image" href="${evil}/preload.png">
<link rel="prefetch" href="${evil}/prefetch">
<link rel="dns-prefetch" href="${evil}/">
<style>@import "${evil}/import.css"; body { background: url(${evil}/background.png) } @font-face { font-family: evil; src: url(${evil}/font.woff2) } p { font-family: evil }</style>
<img src="${evil}/image.png" srcset="${evil}/set.png 2x">
<video src="${evil}/video.mp4" poster="${evil}/poster.png" autoplay></video>
<form action="${evil}/form"><input name="password" autofocus onfocus="alert('focus')"><button>Send</button></form>
<details open ontoggle="alert('toggle')"><summary>More</summary>Text.</details>
<p><a href="javascript:alert('link')">Run</a></p>
<p><a href="${evil}/away" target="_top">Away</a></p>
<p><a href="${evil}/inside">Inside</a></p>
<p><a href="${evil}/ping" ping="${evil}/ping" target="_blank">New</a></p>
<p>The end of it.</p>
`

let charter: Charter
let ada: Person
/** What somebody else's server is asked, from wherever. */
const asked: string[] = []
const server = createServer((req, res) => {
  asked.push(req.url ?? '')
  res.end()
})
let evil: string
beforeAll(async () => {
  charter = await openCharter()
  ;({ ada } = charter)
  await new Promise<void>((listens) => void server.listen(0, '127.0.0.1', listens))
  evil = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(async () => {
  server.close()
  await charter?.close()
})

const documents: Record<string, (evil: string) => string> = {
  'attacks.html': (evil) => `<!doctype html><title>Attacks</title>${attacks(evil)}`,
  'attacks.md': (evil) => `# Attacks\n${attacks(evil).replaceAll('\n', '\n\n')}`,
  'attacks.xhtml': (evil) =>
    `<html xmlns="http://www.w3.org/1999/xhtml"><head><script>alert('xhtml')</script></head><body onload="alert('body')"><p><a href="${evil}/inside">Inside</a></p><img src="${evil}/a.png"/><p>The end of it.</p></body></html>`,
}

test.each(Object.keys(documents))('the page of %s runs nothing, asks nothing of anybody, and stays where it is', async (path) => {
  const id = await charter.importText(path, documents[path]!(evil))
  await ada.page.goto(`/charter/${id}/de/preview?view=page`)
  const page = ada.page.frameLocator('iframe[title="Localized: German"]')
  await expectShown(page.getByText('The end of it.'))
  for (const name of ['Run', 'Away', 'Inside', 'New']) {
    const link = page.getByRole('link', { name, exact: true })
    if ((await link.count()) === 0) continue
    await link.click()
    await ada.page.waitForTimeout(300)
    await expectShown(page.getByText('The end of it.'))
  }
  const send = page.getByRole('button', { name: 'Send' })
  if ((await send.count()) > 0) await send.click()
  await ada.page.waitForTimeout(500)
  await expectShown(page.getByText('The end of it.'))
  await picture(ada.page, `hostile-page-${path}`)
  expect(new URL(ada.page.url()).pathname).toBe(`/charter/${id}/de/preview`)
  expect(ada.context.pages()).toHaveLength(1)
  expect(asked).toEqual([])
  // The browser tells the console what it stopped; a script that ran would have opened a dialog.
  expect(ada.faults.filter((fault) => fault.startsWith('dialog'))).toEqual([])
})
