import { describe, expect, test } from 'vitest'
import { readDocument } from '../../server/formats/readDocument.js'
import { exportDocument } from '../../server/work/exportDocument.js'

const read = (path: string, source: string) => ({ bytes: Buffer.from(source), options: { path, locale: 'en', segmentation: 'block' } as const })

/** What an export into Arabic says where the source says something else. */
function differences(path: string, source: string, targets: Record<string, string>) {
  const { bytes, options } = read(path, source)
  const { units, format } = readDocument(bytes, options)
  const rows = units.map(({ text, codes, ...unit }, position) => {
    const target = targets[text] ?? null
    return { ...unit, unitId: position, position, codes: JSON.stringify(codes), source: text, words: 0, status: target === null ? 'missing' : 'approved', target }
  })
  const input = {
    bytes,
    options: { ...options, format },
    units: [JSON.stringify(rows)],
    content: 'all' as const,
    locale: 'ar',
    links: [{ from: '/en/', to: '/{locale}/', locales: [] }],
  }
  const checks = { readingSpeed: null, lineLength: null, lineCount: null }
  const exported = exportDocument({ ...input, checks, also: ['hunks'] }, { progress() {}, batch() {} })
  const written = Buffer.from(exported.bytes)
  const hunks = exported.hunks!
  let rebuilt = Buffer.alloc(0)
  let at = 0
  for (const { start, end, exportStart, exportEnd } of hunks) {
    rebuilt = Buffer.concat([rebuilt, bytes.subarray(at, start), written.subarray(exportStart, exportEnd)])
    at = end
  }
  return {
    changes: hunks.map(({ before, after, unitId }) => [before, after, unitId]),
    rebuilt: Buffer.concat([rebuilt, bytes.subarray(at)]).toString(),
    written: written.toString(),
  }
}

describe('the byte diff of an export', () => {
  test('shows all that the export writes: translations, the language and direction of a page, and its links', () => {
    const { changes, rebuilt, written } = differences('page.html', '<html lang="en"><p>See <a href="/en/help">help</a>.</p><p><a href="/en/about">About us</a></p></html>', {
      'See <1>help</1>.': 'انظر <1>المساعدة</1>.',
    })
    expect(changes).toEqual([
      ['', ' dir="rtl"', null],
      ['en', 'ar', null],
      ['See <a href="/en/help">help</a>.', 'انظر <a href="/ar/help">المساعدة</a>.', '0'],
      ['/en/about', '/ar/about', null],
    ])
    expect(rebuilt).toBe(written)
  })

  test('shows the addresses that a Markdown document has in its definitions, links and tags', () => {
    const source = 'See [help][h] and <a href="/en/a">this</a>.\n\n[h]: /en/help\n\n<p><a href="/en/b">b</a></p>\n\nLast [one](/en/c).\n'
    const { changes, rebuilt, written } = differences('page.md', source, { 'See <1>help</1> and <2>this</2>.': 'انظر <1>م</1> <2>هذا</2>.' })
    expect(changes).toEqual([
      ['See [help][h] and <a href="/en/a">this</a>.', 'انظر [م][h] <a href="/ar/a">هذا</a>.', '0'],
      ['/en/help', '/ar/help', null],
      ['/en/b', '/ar/b', null],
      ['/en/c', '/ar/c', null],
    ])
    expect(rebuilt).toBe(written)
  })

  test('is empty where nothing is translated, since the export is the source then', () => {
    expect(differences('page.html', '<html lang="en"><p>See <a href="/en/help">help</a>.</p></html>', {}).changes).toEqual([])
  })
})
