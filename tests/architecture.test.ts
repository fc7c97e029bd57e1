import { readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'

const sources = ['server', 'web', 'migrations'].flatMap(filesBelow).filter((file) => /\.(ts|tsx|mjs)$/.test(file))
const table = readTable()

describe('the table in docs/architecture.md', () => {
  test('has a row for every folder that holds code', () => {
    expect([...new Set(sources.map(folderOf))].sort()).toEqual([...table.keys()].sort())
  })

  test('allows every import that there is', () => {
    const forbidden = sources.flatMap((file) =>
      importsOf(file)
        .filter((target) => target !== folderOf(file) && !allows(folderOf(file), target))
        .map((target) => `${file} imports ${target}`),
    )
    expect(forbidden).toEqual([])
  })

  test('allows nothing that nobody imports', () => {
    const imported = new Set(sources.flatMap((file) => importsOf(file).map((target) => `${folderOf(file)} → ${target}`)))
    const unused = [...table].flatMap(([folder, targets]) =>
      targets.filter((target) => target !== 'everything' && !imported.has(`${folder} → ${target}`)).map((target) => `${folder} → ${target}`),
    )
    expect(unused).toEqual([])
  })

  test('has no circle: what a folder imports never leads back to it', () => {
    const circular = [...table.keys()].filter((folder) => reachable(folder).has(folder))
    expect(circular).toEqual([])
  })
})

describe('files', () => {
  test('have at most 300 lines', () => {
    const long = [...sources, ...['tests', 'bench', 'bin'].flatMap(filesBelow).filter((file) => /\.(ts|tsx|mjs)$/.test(file))].filter(
      (file) => readFileSync(file, 'utf8').split('\n').length - 1 > 300,
    )
    expect(long.filter((file) => !longForAReason.includes(file))).toEqual([])
  })

  test('are not drawers', () => {
    const drawer = /^(utils?|helpers?|common|misc|shared|lib|tools|stuff|base|core)$/
    expect(sources.filter((file) => file.split('/').some((part) => drawer.test(basename(part).replace(/\.(ts|tsx|mjs)$/, ''))))).toEqual([])
  })

  test('silence no rule and leave nothing to be done', () => {
    const mark = new RegExp(['eslint-disable', 'oxlint-disable', '@ts-(ignore|nocheck|expect-error)', '\\bTODO\\b', '\\bFIXME\\b'].join('|'))
    expect(sources.filter((file) => mark.test(readFileSync(file, 'utf8')))).toEqual([])
  })
})

/** A list of tables: cut in two, nobody would know in which half a table is. */
const longForAReason = ['server/store/schema.ts']

/** A folder of server/, `server` for the single files in it, or `web`, `migrations`, `locales`, `package.json`. */
function folderOf(file: string): string {
  const [top = '', second = ''] = file.split('/')
  if (file === 'server/main.ts') return 'main.ts'
  if (top !== 'server') return top
  return file.split('/').length > 2 ? second : 'server'
}

/** Folders of ours and packages (`react-dom` for `react-dom/client`) that a file imports, types included. */
function importsOf(file: string): string[] {
  return ts.preProcessFile(readFileSync(file, 'utf8'), true, true).importedFiles.map(({ fileName }) => {
    if (fileName.startsWith('.')) return folderOf(join(dirname(file), fileName).replace(/\.js$/, '.ts'))
    const parts = fileName.split('/')
    return fileName.startsWith('@') ? parts.slice(0, 2).join('/') : parts[0]!
  })
}

function allows(folder: string, target: string): boolean {
  const targets = table.get(folder) ?? []
  return targets.includes(target) || (targets.includes('everything') && !target.startsWith('node:') && sources.some((file) => folderOf(file) === target))
}

/** The first two columns of targets, by folder: `| `folder` | `a`, `b` | `package` |`. */
function readTable(): Map<string, string[]> {
  const section = readFileSync('docs/architecture.md', 'utf8').split('## What may import what')[1]!.split('\n## ')[0]!
  const rows = section.split('\n').filter((line) => line.startsWith('| `'))
  return new Map(
    rows.map((row) => {
      const [folder = '', ...targets] = row.split('|').slice(1, -1)
      return [
        folder.trim().replaceAll('`', ''),
        targets.flatMap((cell) => (cell.trim() === 'everything' ? ['everything'] : [...cell.matchAll(/`([^`]+)`/g)].map((match) => match[1]!))),
      ]
    }),
  )
}

function reachable(from: string): Set<string> {
  const seen = new Set<string>()
  const visit = (folder: string): void => {
    for (const target of table.get(folder) ?? [])
      if (!seen.has(target)) {
        seen.add(target)
        visit(target)
      }
  }
  visit(from)
  return seen
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? filesBelow(join(folder, entry.name)) : [join(folder, entry.name)]))
}
