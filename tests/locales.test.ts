import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import { checkIds } from '../server/checks/check.js'
import { unitKinds } from '../server/document/unit.js'
import { fallbackReasons } from '../server/work/exportDocument.js'
import { interfaceLocales } from '../server/messages.js'
import { grades } from '../server/revise/grade.js'
import { repairReasons } from '../server/revise/repair.js'
import { projectRoles } from '../server/workflow/permissions.js'
import { statuses } from '../server/workflow/status.js'

type Catalog = Record<string, string>
const catalogs = Object.fromEntries(interfaceLocales.map((tag) => [tag, JSON.parse(readFileSync(`locales/${tag}.json`, 'utf8')) as Catalog]))
const source = catalogs.en!
const program = ['server', 'web'].flatMap(filesBelow).map((file) => ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2023, true))

/**
 * Keys that are put together while the program runs: prefix and all its members.
 * Where the members stand in a list of the program, that list is meant; `null` is whatever the catalog has.
 */
const families: Record<string, readonly string[] | null> = {
  'refusal.': membersOf('RefusalCode', 'server/errors.ts'),
  'grade.level.': grades,
  'grade.': membersOf('GradeReason', 'server/revise/grade.ts'),
  'status.': statuses,
  'kind.': unitKinds,
  'check.': checkIds,
  'check.name.': checkIds,
  'role.': projectRoles,
  'fallback.': fallbackReasons,
  'repair.': repairReasons,
  'preview.reason.': ['missing', 'stale', 'rejected', 'translated', ...fallbackReasons],
  'event.': null,
  'format.': null,
}

test('every language of the interface has a catalog, and every catalog is a language of the interface', () => {
  expect(readdirSync('locales').sort()).toEqual(interfaceLocales.map((tag) => `${tag}.json`).sort())
})

describe.each(interfaceLocales)('%s', (tag) => {
  const catalog = catalogs[tag]!

  test('has the keys of English, and no others', () => {
    expect(Object.keys(catalog).sort()).toEqual(Object.keys(source).sort())
  })

  test('has only well-formed messages that say something', () => {
    expect(Object.entries(catalog).flatMap(([key, message]) => (message.trim() && elementsOf(message) ? [] : [key]))).toEqual([])
  })

  test('asks for the placeholders of English, of the same types', () => {
    const differing = Object.keys(source).filter((key) => placeholders(catalog[key]) !== placeholders(source[key]))
    expect(differing.map((key) => `${key}: ${placeholders(catalog[key])} instead of ${placeholders(source[key])}`)).toEqual([])
  })

  test.each(['cardinal', 'ordinal'] as const)('has exactly the %s plural forms that CLDR gives it', (type) => {
    const { pluralCategories } = new Intl.PluralRules(tag, { type }).resolvedOptions()
    // "many" of Spanish is for whole millions: allowed, not asked for.
    const needed = new Set(Array.from({ length: 1001 }, (_, count) => new Intl.PluralRules(tag, { type }).select(count)).concat('other'))
    const wrong = Object.entries(catalog).flatMap(([key, message]) =>
      plurals(elementsOf(message) ?? [], type)
        .map((forms) => forms.filter((form) => !form.startsWith('=')))
        .filter((forms) => forms.some((form) => !pluralCategories.includes(form as Intl.LDMLPluralRule)) || [...needed].some((form) => !forms.includes(form)))
        .map((forms) => `${key}: ${forms.join(' ')} instead of ${[...needed].join(' ')}`),
    )
    expect(wrong).toEqual([])
  })
})

describe('the program', () => {
  const literals = new Set(program.flatMap((file) => collect(file, (node) => (ts.isStringLiteralLike(node) ? node.text : undefined))))
  const asked = program.flatMap((file) => collect(file, (node) => (isMessageCall(node) ? keysOf(node.arguments[0]) : undefined)).flat())

  test('asks for no message that is missing', () => {
    expect(asked.flatMap((key) => (key.type === 'whole' && !(key.text in source) ? [`${key.place}: ${key.text}`] : []))).toEqual([])
  })

  test('puts keys together only in the families that are listed here', () => {
    expect(asked.flatMap((key) => (key.type === 'prefix' && !(key.text in families) ? [`${key.place}: ${key.text}…`] : []))).toEqual([])
  })

  test('has a message for every member of a family', () => {
    expect(Object.entries(families).flatMap(([prefix, members]) => (members ?? []).map((member) => prefix + member).filter((key) => !(key in source)))).toEqual([])
  })

  test('leaves no message unused', () => {
    const unused = Object.keys(source).filter((key) => !literals.has(key) && !Object.entries(families).some(([prefix, members]) => inFamily(key, prefix, members)))
    expect(unused).toEqual([])
  })

  test('has a message for every kind of event that it records', () => {
    const kinds = program
      .filter(({ fileName }) => fileName.startsWith('server/actions/'))
      .flatMap((file) => collect(file, (node) => (isEventKind(node) ? node.initializer.text : undefined)))
      .filter((kind) => !kind.startsWith('account.') && !kind.startsWith('session.'))
    expect([...new Set(kinds)].filter((kind) => !(`event.${kind}` in source))).toEqual([])
  })
})

function inFamily(key: string, prefix: string, members: readonly string[] | null): boolean {
  if (!key.startsWith(prefix)) return false
  return members === null || members.includes(key.slice(prefix.length))
}

function elementsOf(message: string): MessageFormatElement[] | null {
  try {
    return parse(message, { requiresOtherClause: true, shouldParseSkeletons: true })
  } catch {
    return null
  }
}

/** Names and types of what a message is filled with, and the choices of a `select`; in one line, to compare. */
function placeholders(message: string | undefined): string {
  const found = new Set<string>()
  const visit = (elements: MessageFormatElement[]): void => {
    for (const element of elements) {
      if (element.type === TYPE.literal || element.type === TYPE.pound) continue
      const choices = element.type === TYPE.select ? ` ${Object.keys(element.options).sort().join('|')}` : ''
      // A number may be written plainly in one language and as a plural in another.
      const type = element.type === TYPE.plural || element.type === TYPE.number ? 'number' : TYPE[element.type]
      found.add(`${element.value}:${type}${choices}`)
      if (element.type === TYPE.select || element.type === TYPE.plural) for (const option of Object.values(element.options)) visit(option.value)
      if (element.type === TYPE.tag) visit(element.children)
    }
  }
  visit(elementsOf(message ?? '') ?? [])
  return [...found].sort().join(', ')
}

/** The forms of every plural in a message. */
function plurals(elements: MessageFormatElement[], type: 'cardinal' | 'ordinal'): string[][] {
  return elements.flatMap((element) => {
    if (element.type === TYPE.tag) return plurals(element.children, type)
    if (element.type !== TYPE.select && element.type !== TYPE.plural) return []
    const inside = Object.values(element.options).flatMap((option) => plurals(option.value, type))
    return element.type === TYPE.plural && element.pluralType === type ? [Object.keys(element.options), ...inside] : inside
  })
}

/** `t(…)`, `i18next.t(…)`, `translator(…)(…)`. */
function isMessageCall(node: ts.Node): node is ts.CallExpression {
  if (!ts.isCallExpression(node)) return false
  const { expression } = node
  if (ts.isIdentifier(expression)) return expression.text === 't'
  if (ts.isPropertyAccessExpression(expression)) return expression.name.text === 't'
  return ts.isCallExpression(expression) && ts.isIdentifier(expression.expression) && expression.expression.text === 'translator'
}

interface Key {
  type: 'whole' | 'prefix'
  text: string
  place: string
}

/** What a call asks for: every literal that an expression can come down to. */
function keysOf(node: ts.Expression | undefined): Key[] {
  if (!node) return []
  const place = `${node.getSourceFile().fileName}:${node.getSourceFile().getLineAndCharacterOfPosition(node.getStart()).line + 1}`
  if (ts.isStringLiteralLike(node)) return [{ type: 'whole', text: node.text, place }]
  if (ts.isTemplateExpression(node)) return [{ type: 'prefix', text: node.head.text, place }]
  if (ts.isConditionalExpression(node)) return [...keysOf(node.whenTrue), ...keysOf(node.whenFalse)]
  if (ts.isParenthesizedExpression(node)) return keysOf(node.expression)
  return []
}

function isEventKind(node: ts.Node): node is ts.PropertyAssignment & { initializer: ts.StringLiteral } {
  return (
    ts.isPropertyAssignment(node) &&
    ts.isIdentifier(node.name) &&
    node.name.text === 'kind' &&
    ts.isStringLiteral(node.initializer) &&
    /^[a-z]+\.[a-z]+$/.test(node.initializer.text)
  )
}

function collect<T>(node: ts.Node, take: (node: ts.Node) => T | undefined): T[] {
  const taken: T[] = []
  const visit = (child: ts.Node): void => {
    const value = take(child)
    if (value !== undefined) taken.push(value)
    ts.forEachChild(child, visit)
  }
  visit(node)
  return taken
}

/** Members of a union of literals, such as `RefusalCode`, or of the list that a type is derived from. */
function membersOf(type: string, path: string): string[] {
  const nodes = program.filter(({ fileName }) => fileName === path).flatMap((file) => collect(file, (node) => node))
  const alias = nodes.find((node) => ts.isTypeAliasDeclaration(node) && node.name.text === type)!
  const own = stringsIn(alias)
  if (own.length > 0) return own
  const list = collect(alias, (node) => (ts.isTypeQueryNode(node) ? node.exprName.getText() : undefined))[0]
  return stringsIn(nodes.find((node) => ts.isVariableDeclaration(node) && node.name.getText() === list)!)
}

function stringsIn(node: ts.Node): string[] {
  return collect(node, (inner) => (ts.isStringLiteral(inner) ? inner.text : undefined))
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return filesBelow(path)
    return /\.tsx?$/.test(entry.name) ? [path] : []
  })
}
