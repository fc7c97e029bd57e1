import { expect, test } from 'vitest'
import { stele } from './runProgram.js'

const commands = ['align', 'backup', 'bitext', 'carry', 'demo', 'doctor', 'extract', 'inspect', 'merge', 'migrate', 'pseudo', 'restore', 'segment', 'serve', 'user', 'verify']

test('the program says which commands it has', async () => {
  const { code, stdout, stderr } = await stele(['--help'])
  expect(code).toBe(0)
  expect(stderr).toBe('')
  const listed = [
    ...stdout
      .split('Commands:')[1]!
      .split('\n\n')[0]!
      .matchAll(/^ {2}([a-z]+)/gm),
  ]
    .map((match) => match[1])
    .filter((name) => name !== 'help')
  expect(listed.sort()).toEqual(commands)
})

test.concurrent.each(commands)('stele %s --help shows an example', async (command) => {
  const { code, stdout } = await stele([command, '--help'])
  expect(code).toBe(0)
  expect(stdout).toMatch(new RegExp(`^Usage: stele ${command} `))
  expect(stdout).toMatch(/Examples?:\n {2}.*stele /)
})

test.each([
  ['an unknown command', ['translate-everything'], "stele: unknown command 'translate-everything' (see stele --help)\n"],
  ['a missing argument', ['backup'], "stele: missing required argument 'out' (see stele --help)\n"],
  ['an unknown option', ['serve', '--colour'], "stele: unknown option '--colour' (see stele --help)\n"],
  ['a value that makes no sense', ['serve', '--port', 'http'], 'stele: STELE_PORT is "http", but must be a whole number from 0 to 65535\n'],
])('%s is refused in one line, with exit code 2', async (_, args, message) => {
  expect(await stele(args)).toEqual({ code: 2, stdout: '', stderr: message })
})

test('the version is that of package.json', async () => {
  const { default: manifest } = await import('../../package.json', { with: { type: 'json' } })
  expect((await stele(['--version'])).stdout).toBe(`${manifest.version}\n`)
})
