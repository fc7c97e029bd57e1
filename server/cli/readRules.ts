import { readFileSync } from 'node:fs'
import { decodeSource } from '../document/source.js'
import { Refusal } from '../errors.js'
import { readSrx } from '../segment/srx/read.js'
import { Failure } from './failure.js'

/** The text of an SRX file that can be used; of another, a Failure that says where and why not. */
export function readRules(file: string): string {
  const source = decodeSource(readFileSync(file))
  if (!('text' in source)) throw new Failure('this is not UTF-8; save the file so', file)
  try {
    readSrx(source.text)
    return source.text
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const { line, problem, rule, name } = error.details
    throw new Failure((problems[String(problem)] ?? ((rule, name) => `the expression "${rule}" is not well formed at ${name}`))(String(rule), String(name)), `${file}:${line}:1`)
  }
}

const problems: Record<string, (rule: string, name: string) => string> = {
  xml: () => 'the XML is broken here',
  root: () => 'this is no SRX document',
  version: () => 'only SRX 1.0 and 2.0 can be read',
  tooLarge: () => 'this is too long for an SRX document',
  maps: () => 'no language map says which rules count; add one, ".*" for all languages',
  ruleSet: (_, name) => `there are no rules named "${name}"`,
  entity: (_, name) => `the entity "${name}" is not known; write the character itself`,
  property: (rule, name) => `the expression "${rule}" asks for characters by ${name}, which is not known`,
  feature: (rule, name) => `the expression "${rule}" uses ${name}, which is not supported`,
  repetition: (rule, name) => `the expression "${rule}" repeats what is repeated already (${name}), which could take forever on some texts; write it otherwise`,
}
