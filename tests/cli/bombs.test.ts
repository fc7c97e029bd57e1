import { zipSync, type Zippable } from 'fflate'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { formats } from '../../server/formats/index.js'
import { openZip, unpackedLimit } from '../../server/formats/zip.js'
import { stele } from './runProgram.js'

const laughs = Array.from({ length: 30 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join('')
const entities = `<!DOCTYPE html [<!ENTITY l0 "ha">${laughs}]>`
const aliases = Array.from({ length: 30 }, (_, n) => `l${n + 1}: &l${n + 1} [${Array.from({ length: 10 }, () => `*l${n}`).join(', ')}]`).join('\n')
const yaml = `---\nl0: &l0 ha\n${aliases}\ntitle: *l30\n---\n\nText.\n`
const deep = 50_000

/** Documents that are small and would be huge, or deep beyond any stack. */
const texts: Record<string, string> = {
  'aliases.md': yaml,
  'aliases.adoc': yaml,
  'long-front-matter.md': `---\ntitle: a\n${'- [\n'.repeat(deep)}---\n`,
  'quotes.md': `${'>'.repeat(deep)} a\n`,
  'lists.md': `${'- '.repeat(deep)}a\n`,
  'brackets.md': `${'['.repeat(deep)}a\n`,
  'emphasis.md': `${'*a **b '.repeat(deep / 4)}\n`,
  'tags.md': `${'<div>'.repeat(deep)}\n`,
  'entities.html': `${entities}<p>&l30;</p>`,
  'tags.html': `${'<div>'.repeat(deep)}a`,
  'inline.html': `<p>${'<b>'.repeat(deep)}a`,
  'blocks.adoc': Array.from({ length: 2000 }, (_, n) => '='.repeat(n + 4)).join('\n'),
  'tables.adoc': `${'[cols="a"]\n|===\n|'.repeat(deep / 10)}a\n`,
  'lists.adoc': Array.from({ length: 1000 }, (_, n) => `${'*'.repeat(n + 1)} a`).join('\n'),
  'macros.adoc': `${'link:a['.repeat(deep)}a\n`,
}

/** Of every format that is an archive: an entry that unpacks to more than the limit, and one whose XML would expand or nests too deep. */
function archives(): [name: string, bytes: Uint8Array, expected: RegExp][] {
  return formats.flatMap(({ id, extensions, container }): [string, Uint8Array, RegExp][] => {
    if (!container) return []
    const folder = `tests/samples/${id}`
    const name = readdirSync(folder).find((file) => file.endsWith(extensions[0]!))!
    const sample: Uint8Array = readFileSync(join(folder, name))
    const zip = openZip(sample)
    const [part] = container.open(sample)
    const withPart = (bytes: Uint8Array) =>
      zipSync(
        Object.fromEntries(
          zip.names.map((entry): [string, Zippable[string]] => [entry, [entry === part!.name ? bytes : zip.read(entry)!, { level: entry === 'mimetype' ? 0 : 6 }]]),
        ),
      )
    const text = Buffer.from(part!.bytes).toString()
    const root = text.search(/<[A-Za-z]/)
    return [
      [`huge${extensions[0]}`, withPart(new Uint8Array(unpackedLimit + 1)), /would unpack to 65 MiB, \d+ times its size/],
      [`entities${extensions[0]}`, withPart(Buffer.from(`${text.slice(0, root)}${entities.replace('html', 'x')}${text.slice(root).replace(/>([^<]+)</, '>&l30;<')}`)), /./],
      [`deep${extensions[0]}`, withPart(Buffer.from(text.replace(/(?=<\/[\w:]+>\s*$)/, '<a>'.repeat(deep)))), /./],
    ]
  })
}

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'stele-bombs-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('with 256 MiB of memory', () => {
  test('small documents that would be huge, or nest deep, are answered', async () => {
    const bombs = archives()
    for (const [name, text] of Object.entries(texts)) writeFileSync(join(folder, name), text)
    for (const [name, bytes] of bombs) writeFileSync(join(folder, name), bytes)
    const files = [...Object.keys(texts), ...bombs.map(([name]) => name)]
    const { stdout, stderr } = await stele(['inspect', ...files.map((name) => join(folder, name))], { env: { NODE_OPTIONS: '--max-old-space-size=256' } })
    const answers = new Map(stdout.split('\n').flatMap((line) => (line === '' ? [] : [[basename((JSON.parse(line) as { file: string }).file), line] as const])))
    expect(stderr).not.toMatch(/heap|RangeError/)
    expect([...answers.keys()]).toEqual(files)
    for (const name of Object.keys(texts)) expect(answers.get(name)).toContain('"identical":true')
    expect(answers.get('quotes.md')).toContain('nest too deeply')
    expect(answers.get('lists.md')).toContain('nest too deeply')
    expect(answers.get('blocks.adoc')).toContain('nest too deeply')
    expect(answers.get('long-front-matter.md')).toContain('too long to be translated')
    for (const [name, , expected] of bombs) expect(answers.get(name)).toMatch(expected)
  }, 120_000)
})
