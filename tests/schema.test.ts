import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SQLite from 'better-sqlite3'
import ts from 'typescript'
import { afterAll, expect, test } from 'vitest'
import { openDatabase } from '../server/store/database.js'

const folder = mkdtempSync(join(tmpdir(), 'stele-schema-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('the migrated database has the tables and columns of store/schema.ts, as nullable and of the same kind', async () => {
  const file = join(folder, 'stele.db')
  await (await openDatabase(file)).close()
  expect(migrated(file)).toEqual(declared())
})

type Tables = Record<string, Record<string, string>>

/** `text`, `integer` or `blob`, with `?` where a column may be null. */
function migrated(file: string): Tables {
  const database = new SQLite(file, { readonly: true })
  try {
    const tables = database
      .prepare<[], { name: string }>(`select name from sqlite_master where type = 'table' and name not like 'kysely\\_%' escape '\\' and name not like 'sqlite\\_%' escape '\\'`)
      .all()
    return Object.fromEntries(
      tables.map(({ name }) => {
        const columns = database.pragma(`table_info(${name})`) as { name: string; type: string; notnull: 0 | 1 }[]
        return [name, Object.fromEntries(columns.map((column) => [column.name, column.type.toLowerCase() + (column.notnull ? '' : '?')]))]
      }),
    )
  } finally {
    database.close()
  }
}

function declared(): Tables {
  const path = 'server/store/schema.ts'
  const options: ts.CompilerOptions = { strict: true, module: ts.ModuleKind.NodeNext, target: ts.ScriptTarget.ES2023, skipLibCheck: true, types: ['node'] }
  const program = ts.createProgram([path], options)
  const checker = program.getTypeChecker()
  const file = program.getSourceFile(path)!
  const schema = file.statements.find((statement) => ts.isInterfaceDeclaration(statement) && statement.name.text === 'Schema')!
  return Object.fromEntries(
    checker
      .getTypeAtLocation(schema)
      .getProperties()
      .map((table) => {
        const columns = checker.getTypeOfSymbolAtLocation(table, schema).getProperties()
        return [
          table.name,
          Object.fromEntries(columns.map((column) => [column.name, kindOf(selectedType(checker.getTypeOfSymbolAtLocation(column, schema), checker, schema), checker)])),
        ]
      }),
  )
}

/** What a query gets from a column: the first argument of Kysely's `ColumnType`, where it is one. */
function selectedType(type: ts.Type, checker: ts.TypeChecker, at: ts.Node): ts.Type {
  const select = type.getProperty('__select__')
  return select ? checker.getTypeOfSymbolAtLocation(select, at) : type
}

function kindOf(type: ts.Type, checker: ts.TypeChecker): string {
  const parts = type.isUnion() ? type.types : [type]
  const nullable = parts.some((part) => part.flags & ts.TypeFlags.Null)
  const kinds = new Set(parts.filter((part) => !(part.flags & ts.TypeFlags.Null)).map((part) => sqlKind(part, checker)))
  return [...kinds].join('|') + (nullable ? '?' : '')
}

function sqlKind(type: ts.Type, checker: ts.TypeChecker): string {
  if (type.flags & ts.TypeFlags.NumberLike) return 'integer'
  // `Json<T>` is a string with a mark.
  if (type.flags & ts.TypeFlags.StringLike || (type.isIntersection() && type.types.some((part) => part.flags & ts.TypeFlags.StringLike))) return 'text'
  return checker.typeToString(type).startsWith('Uint8Array') ? 'blob' : checker.typeToString(type)
}
