import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { stele } from './runProgram.js'

let folder: string
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'stele-segment-'))))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const file = (name: string, content: string) => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}
const srx = (before: string) => `<srx version="2.0">
<header cascade="no"/>
<body><languagerules><languagerule languagerulename="All">
<rule break="yes"><beforebreak>${before}</beforebreak><afterbreak>\\s</afterbreak></rule>
</languagerule></languagerules>
<maprules><languagemap languagepattern=".*" languagerulename="All"/></maprules></body></srx>`

const texts = '{"text":"Dr. Ek came. He sat."}\n\n{"text":"Nothing"}\n'

test('segment cuts each line by the rules of the language, or of an SRX file', async () => {
  const { code, stdout } = await stele(['segment', '--locale', 'en'], { input: texts })
  expect([code, stdout]).toEqual([0, '{"segments":["Dr. Ek came. ","He sat."]}\n{"segments":["Nothing"]}\n'])
  const byFile = await stele(['segment', '--locale', 'en', '--srx', file('dots.srx', srx(String.raw`\.`))], { input: texts })
  expect(byFile.stdout).toBe('{"segments":["Dr."," Ek came."," He sat."]}\n{"segments":["Nothing"]}\n')
})

test('segment says which line is no text, and which language is none', async () => {
  expect((await stele(['segment'], { input: '{"text":"a"}\n{}\n' })).stderr).toMatch(/^stele: stdin:2:1: .*\n$/)
  expect((await stele(['segment', '--locale', 'x!'], { input: '' })).stderr).toMatch(/^stele: --locale is "x!".*\n$/)
})

test('extract cuts sentences by an SRX file', async () => {
  const page = file('page.md', 'Dr. **Ek** came. He sat.\n')
  const { stdout } = await stele(['extract', page, '--srx', file('came.srx', srx(String.raw`came\.`))])
  expect(stdout.match(/"text":"[^"]*"/g)).toEqual(['"text":"Dr. <1>Ek</1> came."', '"text":"He sat."'])
})

test('an SRX file that cannot be used is refused with its line and what to do', async () => {
  const broken = file('broken.srx', srx('(a'))
  const { code, stderr } = await stele(['segment', '--srx', broken], { input: texts })
  expect([code, stderr]).toEqual([2, `stele: ${broken}:4:1: the expression "All: (a" is not well formed at (\n`])
})
