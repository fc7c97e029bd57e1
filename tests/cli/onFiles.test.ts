import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { stele } from './runProgram.js'

let folder: string
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'stele-files-'))))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const statement = (name: string) => fileURLToPath(new URL(`../e2e/statement/${name}.txt`, import.meta.url))
const lines = (text: string) =>
  text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, unknown>)
const file = (name: string, content: string | Uint8Array) => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

describe('extract', () => {
  test('lists units with their codes and where they stand', async () => {
    const page = file('page.md', '# Rights\n\nRead **this** now.\n')
    const { code, stdout } = await stele(['extract', page])
    expect(code).toBe(0)
    expect(lines(stdout)).toMatchObject([
      { id: '1', text: 'Rights', kind: 'heading', start: 2, end: 8 },
      { id: '2', text: 'Read <1>this</1> now.', codes: [{ id: 1, type: 'strong', open: '**', close: '**' }], kind: 'paragraph', path: ['Rights'], start: 10, end: 28 },
    ])
  })

  test('says where a file is not UTF-8, and writes nothing', async () => {
    const { code, stdout, stderr } = await stele(['extract', file('latin.txt', Buffer.from('First.\n\nCaf\xe9', 'latin1'))])
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(/^stele: .*latin\.txt:3:4: this is not utf-8; .*\n$/)
  })
})

describe('merge', () => {
  const source = '# Rights\r\n\r\nRead **this** now. \r\n'

  test('without units gives back the same bytes', async () => {
    const page = file('same.md', source)
    const out = join(folder, 'same.out.md')
    expect((await stele(['merge', page, '-o', out])).code).toBe(0)
    expect(readFileSync(out, 'utf8')).toBe(source)
  })

  test('puts targets in place and leaves the rest', async () => {
    const page = file('page2.md', source)
    const units = file('units.jsonl', '{"id":"2","target":"Lisez <1>ceci</1> *maintenant*."}\n')
    const { stdout } = await stele(['merge', page, '--units', units])
    expect(stdout).toBe('# Rights\r\n\r\nLisez **ceci** \\*maintenant\\*. \r\n')
  })

  test('refuses a target that lost a code, naming unit and code; --lenient keeps what can be kept', async () => {
    const page = file('page3.md', source)
    const units = file('lost.jsonl', '{"id":"2","target":"Lisez ceci."}\n{"id":"1","target":"Droits"}\n')
    const refused = await stele(['merge', page, '--units', units])
    expect(refused.code).toBe(2)
    expect(refused.stderr).toContain('unit 2: <1> is missing')
    const lenient = await stele(['merge', page, '--units', units, '--lenient'])
    expect(lenient.code).toBe(1)
    expect(lenient.stdout).toContain('# Droits')
  })
})

test('pseudo shows every text in brackets and keeps the codes', async () => {
  const { stdout } = await stele(['pseudo', file('pseudo.md', 'Read **this** now.\n')])
  expect(stdout).toMatch(/^⟦Ŕéàđ \*\*ţĥîš\*\* ñôŵ\.·+⟧\n$/)
})

test('inspect finds the declared encoding where a longer translation pushed it further down', async () => {
  const head = `<title>${'Rights of all '.repeat(60)}</title>${' '.repeat(100)}<meta charset="iso-8859-1">`
  const page = file('late.html', Buffer.from(`${head}<p>Déclaration</p>`, 'latin1'))
  const { code, stdout } = await stele(['inspect', page, file('plain.txt', 'Hello.')])
  expect(code).toBe(0)
  expect(lines(stdout)).toMatchObject([
    { identical: true, pseudo: 'same-structure' },
    { identical: true, pseudo: 'same-structure' },
  ])
})

test('extract reads by the options of a format', async () => {
  const page = file('options.html', '<p data-title="Yes">Press <kbd>Go</kbd></p>')
  const { stdout } = await stele(['extract', page, '--attributes', 'data-title', '--protect', 'kbd, .box'])
  expect(lines(stdout).map(({ text }) => text)).toEqual(['Yes', 'Press <1/>'])
  const { code, stderr } = await stele(['extract', file('wrong.xml', '<x/>'), '--elements', 'a=block,code=hidden'])
  expect([code, stderr]).toEqual([2, expect.stringContaining('--elements has "code=hidden"')])
})

test('inspect says that a document survives', async () => {
  const { code, stdout } = await stele(['inspect', file('whole.html', '<h1>Rights</h1><p>Read <b>this</b> &amp; that.</p>')])
  expect(code).toBe(0)
  expect(lines(stdout)).toMatchObject([{ format: 'html', units: 2, words: 4, identical: true, pseudo: 'same-structure' }])
})

test('inspect says that a document without anything to translate survives too', async () => {
  const { code, stdout } = await stele(['inspect', file('rules.xml', '<rules><rule id="a"/></rules>')])
  expect(code).toBe(0)
  expect(lines(stdout)).toMatchObject([{ units: 0, identical: true, pseudo: 'same-structure' }])
})

test('align finds every change between two versions of a statement, no more and no fewer', async () => {
  const { stdout } = await stele(['align', statement('first'), statement('second')])
  const changes = lines(stdout).filter(({ kind }) => kind !== 'same')
  const describe = ({ kind, old, new: now, grade }: Record<string, unknown>) =>
    `${String(kind)} ${(old as string[]).join('+')}→${(now as string[]).join('+')}${kind === 'edited' ? ` ${String(grade)}` : ''}`
  expect(changes.map(describe)).toEqual([
    expect.stringMatching(/^edited 3→3 m(ajor|inor)$/),
    'edited 4→4 minor',
    'removed 6→',
    'added →5',
    'edited 7→6 cosmetic',
    'edited 8→7 minor',
    'split 9→8+9',
    'merged 11+12→11',
    'moved 5→12',
  ])
})

describe('translations that were made elsewhere', () => {
  const source = () => file('guide.md', '# Harbour\n\nThe pier is closed until 12 March.\n\nSee [tickets](/en/tickets).\n')
  const target = () => file('guide.de.md', '# Hafen\n\nDie Mole ist bis 12. März gesperrt.\n\nSiehe [Fahrkarten](/de/tickets).\n')

  test('bitext pairs them with their source, and writes a memory of them', async () => {
    const memory = join(folder, 'guide.tmx')
    const { code, stdout } = await stele(['bitext', source(), target(), '--from', 'en', '--to', 'de', '--tmx', memory])
    expect(code).toBe(0)
    expect(lines(stdout).map((pair) => `${String(pair.source)}=${String(pair.target)}`)).toEqual(['1=1', '2=2', '3=3'])
    expect(readFileSync(memory, 'utf8')).toContain('<tuv xml:lang="de"><seg>Siehe <bpt i="1" x="1"/>Fahrkarten<ept i="1"/>.</seg></tuv>')
  })

  test('carry says for each unit of a new version what there is of it', async () => {
    const now = file('guide-2.md', '# Harbour\n\nThe pier is closed until 30 March.\n\nSee [tickets](/en/tickets).\n')
    const { code, stdout } = await stele(['carry', source(), now, target(), '--from', 'en', '--to', 'de'])
    expect(code).toBe(0)
    expect(lines(stdout)).toMatchObject([
      { id: '1', status: 'current', target: 'Hafen', grade: 'none', previous: null },
      { id: '2', status: 'stale', target: 'Die Mole ist bis 12. März gesperrt.', grade: 'minor', previous: 'The pier is closed until 12 March.' },
      { id: '3', status: 'current', target: 'Siehe <1>Fahrkarten</1>.' },
    ])
  })

  test('a language must be one', async () => {
    const { code, stderr } = await stele(['bitext', source(), target(), '--from', 'en', '--to', 'no such'])
    expect({ code, stderr }).toEqual({ code: 2, stderr: 'stele: --to is "no such", which is no language tag; use one such as en or pt-BR\n' })
  })
})
