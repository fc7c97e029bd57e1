import { parse } from 'parse5'
import { html } from '../server/formats/html.js'
import { readDocument } from '../server/formats/readDocument.js'
import { writeDocument } from '../server/formats/writeDocument.js'
import { po4a, po4aVersion } from './measure/po4a.js'
import { median, rate, runsFor, seconds } from './measure/processor.js'

/**
 * Extracting the units of a page of HTML and writing it with other words in every unit, in megabytes a second of the processor, for pages of growing sizes; beside po4a's reader of XHTML in the same run.
 * Warm, as in a server that runs: after `warmUp` pages, and the median of `runs`; of po4a, whole processes.
 * The bare parser of parse5, which makes a tree and no units, is there to compare with. The page is made here: headings, paragraphs with links, images and code, lists and tables.
 */
const sizes = [100_000, 1_000_000, 10_000_000]
/** po4a needs minutes for more. */
const largestForPo4a = 1_000_000
const warmUp = 20

const words = 'the ferry leaves harbour at nine and returns before noon with mail for every island on its way'.split(' ')
const said = (from: number, count: number) => Array.from({ length: count }, (_, at) => words[(from * 7 + at * 5) % words.length]).join(' ')

const section = (n: number) => `<h2 id="s${n}">Part ${n}: ${said(n, 4)}</h2>
<p class="lead">${said(n, 12)} <a href="/en/part-${n}" title="${said(n, 3)}">${said(n + 1, 3)}</a>, ${said(n + 2, 20)}
  <em>${said(n, 2)}</em> &amp; <code>f(${n})</code>. ${said(n + 3, 15)}.</p>
<p><img src="${n}.png" alt="${said(n + 4, 4)}" /> ${said(n, 30)}.</p>
<ul>
  <li>${said(n, 6)}</li>
  <li><strong>${said(n, 1)}</strong>: ${said(n + 5, 9)}</li>
</ul>
<table><tr><th>${said(n, 2)}</th><td>${n}</td></tr></table>
`

function page(bytes: number): Buffer {
  let body = ''
  for (let n = 0; body.length < bytes; n++) body += section(n)
  return Buffer.from(`<!DOCTYPE html>\n<html lang="en">\n<head><meta charset="utf-8" /><title>Islands</title></head>\n<body>\n${body}</body>\n</html>\n`)
}

function stele(source: Buffer) {
  const [extract, { units }] = seconds(() => readDocument(source, { format: 'html', locale: 'en', segmentation: 'block' }))
  const edits = units.map((unit) => ({ ...unit, target: `${unit.text} ž` }))
  const [merge] = seconds(() => writeDocument(source, html, edits))
  return { extract, merge, identical: Buffer.from(writeDocument(source, html, [])).equals(source) }
}

const version = po4aVersion()
console.log(version === null ? 'po4a (Debian package po4a) is not installed: its columns stay empty\n' : `beside po4a ${version}\n`)
for (let warm = 0; warm < warmUp; warm++) stele(page(sizes[1]!))
console.table(
  sizes.map((size) => {
    const source = page(size)
    const own = median(
      runsFor(size),
      () => stele(source),
      ({ extract, merge }) => extract + merge,
    )
    const tree = median(
      runsFor(size),
      () => seconds(() => void parse(source.toString()))[0],
      (time) => time,
    )
    const other = version !== null && size <= largestForPo4a ? po4a(source, ['-f', 'xhtml']) : null
    return {
      KB: Math.round(source.length / 1000),
      'extract, MB/s': rate(source.length, own.extract),
      'merge, MB/s': rate(source.length, own.merge),
      identical: own.identical,
      'bare parse5, MB/s': rate(source.length, tree),
      'po4a extract, MB/s': other ? rate(source.length, other.extract) : '',
      'po4a merge, MB/s': other ? rate(source.length, other.merge) : '',
      'po4a identical': other?.identical ?? '',
      'times po4a': other ? ((other.extract + other.merge) / (own.extract + own.merge)).toFixed(1) : '',
    }
  }),
)
