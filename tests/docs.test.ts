import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { checkIds } from '../server/checks/check.js'
import { formats } from '../server/formats/index.js'

const read = (file: string) => readFileSync(file, 'utf8')
const pages = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'bench/README.md',
  ...readdirSync('docs', { recursive: true, encoding: 'utf8' }).map((name) => join('docs', name)),
].filter((name) => name.endsWith('.md'))
const program = read('server/cli/program.ts')

test('every variable that the configuration reads is in the guide for operators, with its default', () => {
  const variables = new Set(read('server/config.ts').match(/STELE_[A-Z_]+/g))
  const documented = new Set([...read('docs/self-hosting.md').matchAll(/^\| `(STELE_[A-Z_]+)` \|/gm)].map((match) => match[1]!))
  expect([...documented].sort()).toEqual([...variables].sort())
})

test('no page names a variable that does not exist', () => {
  const known = new Set([...(read('server/config.ts').match(/STELE_[A-Z_]+/g) ?? []), 'STELE_CHROMIUM'])
  expect(pages.flatMap((page) => (read(page).match(/STELE_[A-Z_]+/g) ?? []).filter((name) => !known.has(name)).map((name) => `${page}: ${name}`))).toEqual([])
})

test('every command of the program is documented, and every documented one exists', () => {
  const commands = [...program.matchAll(/^ {2}([a-z]+): \{ summary:/gm)].map((match) => match[1]!)
  const documented = [...read('docs/commands.md').matchAll(/^\| `stele ([a-z]+)/gm)].map((match) => match[1]!)
  expect([...new Set(documented)].sort()).toEqual(commands.sort())
})

test('every format is documented with its file endings', () => {
  const page = read('docs/formats.md')
  expect(formats.flatMap(({ name, extensions }) => [name, ...extensions].filter((word) => !page.includes(word)))).toEqual([])
})

test('every check is documented', () => {
  const page = read('docs/checks.md')
  expect(checkIds.filter((id) => !page.includes(`| \`${id}\` |`))).toEqual([])
})

test('every decision is in the list of decisions', () => {
  const list = read('docs/decisions/README.md')
  expect(readdirSync('docs/decisions').filter((name) => name !== 'README.md' && !list.includes(`](${name})`))).toEqual([])
})

describe.each(pages)('%s', (page) => {
  test('links to nothing that is not there', () => {
    const links = [...read(page).matchAll(/\]\((?!https?:|mailto:)([^)#\s]+)(#[^)]*)?\)/g)].map((match) => match[1]!)
    expect(links.filter((link) => !existsSync(join(dirname(page), link)))).toEqual([])
  })
})

test('the map has at most 200 lines, so that it is read', () => {
  expect(read('docs/architecture.md').split('\n').length).toBeLessThanOrEqual(201)
})
