import { chmodSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SQLite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createDocument } from './createDocument.js'
import { stele } from './runProgram.js'

let folder: string
let data: string
let database: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stele-cli-'))
  data = join(folder, 'data')
  database = join(data, 'stele.db')
})
afterEach(() => rmSync(folder, { recursive: true }))

const run = (...args: string[]) => stele([...args, '--data', data])

function change(statement: string): void {
  const connection = new SQLite(database)
  connection.pragma('foreign_keys = off')
  expect(connection.prepare(statement).run().changes).toBeGreaterThan(0)
  connection.close()
}

const ask = <T>(query: string): T => {
  const connection = new SQLite(database, { readonly: true })
  try {
    return connection.prepare(query).get() as T
  } finally {
    connection.close()
  }
}

describe('migrate', () => {
  test('makes a database that nobody else can read, and changes nothing the second time', async () => {
    expect(await run('migrate')).toEqual({ code: 0, stdout: `made ${database}\n`, stderr: '' })
    expect(await run('migrate')).toEqual({ code: 0, stdout: 'the database is up to date\n', stderr: '' })
    expect((await run('doctor')).stdout).not.toContain('can be read by others')
  })
})

describe('user', () => {
  test('add prints a sign-in link for a new account; the same address is refused a second time', async () => {
    const added = await run('user', 'add', 'Ana@Example.org', '--name', 'Ana Pérez', '--role', 'administrator')
    expect(added.stdout).toMatch(/^http:\/\/127\.0\.0\.1:4000\/sign-in\/[\w-]{20,}\n$/)
    expect(ask('select email, name, site_role from account')).toEqual({ email: 'ana@example.org', name: 'Ana Pérez', site_role: 'administrator' })
    expect(await run('user', 'add', 'ana@example.org')).toEqual({ code: 2, stdout: '', stderr: 'stele: ana@example.org has an account already.\n' })
  })

  test.each([
    ['an address that is none', ['add', 'ana'], 'stele: "ana" is not an e-mail address\n'],
    ['a role that is none', ['add', 'ana@example.org', '--role', 'king'], 'stele: there is no role "king"; there are administrator, manager, member\n'],
    ['somebody unknown', ['passwd', 'nobody@example.org', '--link'], 'stele: nobody has an account with the address nobody@example.org\n'],
  ])('%s is refused', async (_, args, stderr) => {
    expect(await run('user', ...args)).toEqual({ code: 2, stdout: '', stderr })
  })

  test('passwd takes the new password from standard input, and refuses a short one', async () => {
    await run('user', 'add', 'ana@example.org')
    const passwd = (input: string) => stele(['user', 'passwd', 'ana@example.org', '--data', data], { input })
    expect(await passwd('short\n')).toEqual({ code: 2, stdout: '', stderr: 'stele: a password has at least 10 characters\n' })
    expect(await passwd('correct horse battery\n')).toEqual({ code: 0, stdout: '', stderr: '' })
    expect(ask<{ password_hash: string }>('select password_hash from account').password_hash).toMatch(/^\$argon2id\$/)
  })

  test('disable shuts out and --undo lets in again, but somebody must be left who administers', async () => {
    await run('user', 'add', 'ana@example.org', '--role', 'administrator')
    await run('user', 'add', 'ben@example.org')
    expect((await run('user', 'disable', 'ben@example.org')).code).toBe(0)
    expect(ask<{ disabled_at: string | null }>("select disabled_at from account where email = 'ben@example.org'").disabled_at).not.toBeNull()
    expect((await run('user', 'disable', 'ben@example.org', '--undo')).code).toBe(0)
    expect(ask<{ disabled_at: string | null }>("select disabled_at from account where email = 'ben@example.org'").disabled_at).toBeNull()
    expect(await run('user', 'disable', 'ana@example.org')).toMatchObject({ code: 2, stderr: 'stele: This is the last administrator: somebody must be left who may do this.\n' })
  })
})

describe('backup and restore', () => {
  test('what was backed up comes back, and what was there meanwhile is kept beside it', async () => {
    const copy = join(folder, 'copy.db')
    await run('user', 'add', 'ana@example.org')
    expect(await run('backup', copy)).toEqual({ code: 0, stdout: `${copy}\n`, stderr: '' })
    await run('user', 'add', 'ben@example.org')
    expect(await run('restore', copy)).toMatchObject({ code: 0, stderr: '' })
    expect(ask('select count(*) as count from account')).toEqual({ count: 1 })
    expect(readdirSync(data).filter((name) => name.startsWith('stele.db.before-restore-'))).toHaveLength(1)
    expect(readdirSync(folder).sort()).toEqual(['copy.db', 'data'])
  })

  test('a backup can be made while the database is open, and is not restored over one', async () => {
    const copy = join(folder, 'copy.db')
    await run('user', 'add', 'ana@example.org')
    const open = new SQLite(database)
    open.prepare('select * from account').all()
    expect((await run('backup', copy)).code).toBe(0)
    expect(await run('restore', copy)).toEqual({ code: 2, stdout: '', stderr: `stele: ${database}: the server is running; stop it first\n` })
    open.close()
    expect(readdirSync(data).filter((name) => !/^stele\.db(-wal|-shm)?$/.test(name))).toEqual([])
  })

  test.each([
    ['a file that is no database', 'not a database at all, but long enough to look at', 'it is not a database of Stele'],
    ['an empty file', '', 'it is not a database of Stele'],
  ])('%s is not restored', async (_, content, reason) => {
    const file = join(folder, 'other.db')
    writeFileSync(file, content)
    expect(await run('restore', file)).toEqual({ code: 2, stdout: '', stderr: `stele: ${file}: this backup cannot be used: ${reason}\n` })
    expect(existsSync(database)).toBe(false)
  })

  test('a backup of a newer version is not restored', async () => {
    const copy = join(folder, 'copy.db')
    await run('migrate')
    change(`insert into kysely_migration (name, timestamp) values ('9999_later', '2030-01-01')`)
    copyFileSync(database, copy)
    expect((await run('restore', copy)).stderr).toBe(`stele: ${copy}: this backup cannot be used: it was made by a newer version of Stele (9999_later)\n`)
  })

  test('without a database there is nothing to back up', async () => {
    expect(await run('backup', join(folder, 'copy.db'))).toMatchObject({
      code: 2,
      stderr: `stele: ${database}: there is no database here; name its folder with --data or STELE_DATA\n`,
    })
  })
})

describe('verify', () => {
  beforeEach(() => createDocument(data, 'First paragraph.\n\nSecond paragraph.\n'))

  test('finds nothing in a database that is in order', async () => {
    expect(await run('verify')).toEqual({ code: 0, stdout: 'everything is in order\n', stderr: '' })
  })

  test.each([
    ['bytes of a document that were changed', `update blob set bytes = x'00'`, /^blob [0-9a-f]{64}: its bytes do not have this hash\n$/],
    ['counts that are wrong', 'update progress set missing_units = missing_units + 1', /^document 1: its progress differs from a rebuild\n$/],
    ['a row that refers to nothing', 'update unit set document_id = 99', /^database: row 1 of unit refers to a row of document that does not exist\n/],
  ])('finds %s', async (_, statement, finding) => {
    change(statement)
    expect(await run('verify')).toMatchObject({ code: 1, stdout: expect.stringMatching(finding) as string, stderr: '' })
  })
})

describe('doctor', () => {
  const doctor = async (env: Record<string, string> = {}) => stele(['doctor', '--data', data], { env: { STELE_URL: '', STELE_SMTP: '', ...env } })

  test('asks for TLS as soon as the address is not this machine', async () => {
    expect(await doctor({ STELE_URL: 'http://stele.example.org' })).toMatchObject({
      code: 1,
      stdout: expect.stringMatching(/FAIL {2}address +http:\/\/stele\.example\.org is not encrypted/) as string,
    })
  })

  test('says when the data folder can be read by others', async () => {
    mkdirSync(data)
    chmodSync(data, 0o755)
    const { code, stdout } = await doctor()
    expect(code).toBe(1)
    expect(stdout).toMatch(/(warn {2}folder .*can be read by others|FAIL {2}folder .*lost at a restart)/)
  })

  test('says when the mail server does not answer', async () => {
    expect((await doctor({ STELE_SMTP: 'smtp://127.0.0.1:1' })).stdout).toMatch(/FAIL {2}mail +127\.0\.0\.1:1 does not answer/)
  })
})
