import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Block, Piece } from '../../server/document/block.js'
import { Refusal } from '../../server/errors.js'
import { segments, sentences } from '../../server/segment/sentences.js'

interface Rules {
  header?: string
  options?: string
  /** By name: rules as `no Mr\. | \s`. */
  rules?: Record<string, string[]>
  maps?: [pattern: string, name: string][]
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

function ruleOf(written: string): string {
  const [, breaks, before, after] = /^(yes|no) (.*?) \|(?: (.*))?$/.exec(written)!
  return `<rule break="${breaks}"><beforebreak>${escaped(before!)}</beforebreak><afterbreak>${escaped(after ?? '')}</afterbreak></rule>`
}

const srx = ({
  header = 'cascade="no"',
  options = '',
  rules = { Default: [String.raw`yes \. | \s`] },
  maps = [['.*', 'Default']],
}: Rules = {}) => `<?xml version="1.0" encoding="UTF-8"?>
<srx xmlns="http://www.lisa.org/srx20" xmlns:okpsrx="http://okapi.sf.net/srx-extensions" version="2.0">
<header segmentsubflows="yes" ${header}><formathandle type="start" include="no"/><formathandle type="end" include="yes"/>${options}</header>
<body><languagerules>
${Object.entries(rules)
  .map(([name, list]) => `<languagerule languagerulename="${name}"><!-- ${name} -->${list.map(ruleOf).join('\n')}</languagerule>`)
  .join('\n')}
</languagerules>
<maprules>${maps.map(([pattern, name]) => `<languagemap languagepattern="${pattern}" languagerulename="${name}"/>`).join('')}</maprules></body>
</srx>`

const cut = (text: string, rules: Rules, locale = 'en') => segments(text, { locale, srx: srx(rules) })

describe('rules', () => {
  test('break where what is before and after fits', () => expect(cut('Part 1.  Part 2. ', {})).toEqual(['Part 1.', '  Part 2.', ' ']))

  test('are asked in order: the first that fits a place decides', () => {
    const [exception, breaking] = [String.raw`no \bMr\. | \s`, String.raw`yes \. | \s`]
    expect(cut('Mr. Holmes is in. He reads.', { rules: { Default: [exception, breaking] } })).toEqual(['Mr. Holmes is in.', ' He reads.'])
    expect(cut('Mr. Holmes is in.', { rules: { Default: [breaking, exception] } })).toEqual(['Mr.', ' Holmes is in.'])
  })

  test('that break match as much as they can, and every match counts', () => {
    expect(cut('何？！そう。。。はい', { rules: { Default: ['yes [。？！]+ |'] } })).toEqual(['何？！', 'そう。。。', 'はい'])
    expect(cut('Part A. Part B.', { rules: { Default: ['no [a-zA-Z ] | [a-zA-Z ]', 'yes . |'] } })).toEqual(['Part A', '.', ' Part B', '.'])
    expect(cut('A. B. C. D', { rules: { Default: [String.raw`yes \w+\. | \s+\P{Ll}`] } })).toEqual(['A.', ' B.', ' C.', ' D'])
  })

  test('may say nothing of what is before', () =>
    expect(cut('01.07.2014.', { rules: { Default: ['no | [a-zA-Z0-9]'.replace('no |', 'no  |'), String.raw`yes \. |`] } })).toEqual(['01.07.2014.']))

  test('know the start of the text, and the start of words of any alphabet', () => {
    const rules = { Default: [String.raw`no ^\s*[0-9]+\. | \s`, String.raw`no \bул\. | \s`, String.raw`no \bd\. | \s`, String.raw`yes \. | \s`] }
    expect(cut('1. Das Jahr 1990. Sie d. h. wir. ул. Гоголя', { rules })).toEqual(['1. Das Jahr 1990.', ' Sie d. h.', ' wir.', ' ул. Гоголя'])
  })

  test('break long texts as short ones', () => {
    const text = 'Mr. Smith said so. '.repeat(1000)
    expect(cut(text, { rules: { Default: [String.raw`no Mr\.\s |`, String.raw`yes \.\s |`] } })).toEqual(Array(1000).fill('Mr. Smith said so. '))
  })
})

describe('language maps', () => {
  const rules = { Default: [String.raw`yes \. | \s`], French: [String.raw`no \bM\. | \s`], Japanese: ['yes 。 |'] }
  const maps: [string, string][] = [
    ['[Ff][Rr].*', 'French'],
    ['(JA|ja).*', 'Japanese'],
    ['.*', 'Default'],
  ]

  test('all that fit count with cascade, in order', () => {
    expect(cut('M. Dupont. Oui.', { header: 'cascade="yes"', rules, maps }, 'fr-CA')).toEqual(['M. Dupont.', ' Oui.'])
    expect(cut('M. Dupont. Oui.', { header: 'cascade="yes"', rules, maps }, 'en')).toEqual(['M.', ' Dupont.', ' Oui.'])
    expect(cut('はい。A. B', { header: 'cascade="yes"', rules, maps }, 'ja')).toEqual(['はい。', 'A.', ' B'])
  })

  test('the first that fits counts without', () => {
    expect(cut('はい。A. B', { rules, maps }, 'ja')).toEqual(['はい。', 'A. B'])
    expect(cut('A. B', { rules, maps: maps.slice(0, 2) }, 'en')).toEqual(['A. B'])
  })
})

test('SRX 1.0 is read too', () => {
  const text = srx({ rules: { Default: [String.raw`yes \. | \s`] } })
    .replace('version="2.0"', 'version="1.0"')
    .replace('<maprules>', '<maprules><maprule maprulename="Default">')
    .replace('</maprules>', '</maprule></maprules>')
    .replace('<srx ', '<!DOCTYPE srx PUBLIC "-//SRX//DTD SRX//EN" "srx.dtd">\n<srx ')
  expect(segments('A. B', { locale: 'en', srx: text })).toEqual(['A.', ' B'])
})

test("the platform's own sentences follow the rules where the file asks for them", () => {
  const options = '<okpsrx:options useIcu4jBreakRules="yes"/>'
  expect(cut('In the U.K. Then Mr. Holmes left. He is gone.', { options, rules: { Default: [String.raw`no \bMr\. | \s`] } })).toEqual([
    'In the U.K.',
    ' Then Mr. Holmes left.',
    ' He is gone.',
  ])
})

test('what a range rule matches is a segment', () => {
  expect(cut('One. {{Two. Three.}} Four.', { options: String.raw`<okpsrx:rangeRule>\{\{.*\}\}</okpsrx:rangeRule>` })).toEqual(['One.', ' ', '{{Two. Three.}}', ' Four.'])
})

describe('in a document', () => {
  const block = (pieces: Piece[]): Block => ({ pieces, kind: 'paragraph', level: 0, path: [], key: null, note: null, context: 'paragraph' })
  const text = (text: string, start: number): Piece => ({ type: 'text', text, start, end: start + text.length })
  const note = (start: number): Piece => ({ type: 'single', code: 'footnote', start, end: start + 1 })
  const shown = (pieces: Piece[], rules: Rules) =>
    sentences(block(pieces), { locale: 'en', srx: srx(rules) }).map((sentence) => sentence.pieces.map((piece) => (piece.type === 'text' ? piece.text : '*')).join(''))
  const pieces = [text('One.', 0), note(4), text(' Two.', 5)]

  test('a code that stands alone goes where the file wants it', () => {
    expect(shown(pieces, {})).toEqual(['One.', '* Two.'])
    expect(shown(pieces, { options: '<formathandle type="isolated" include="yes"/>' })).toEqual(['One.*', ' Two.'])
  })

  test('such a code may count as a space', () => {
    const glued = [text('One.', 0), note(4), text('Two.', 5)]
    expect(shown(glued, {})).toEqual(['One.*Two.'])
    expect(shown(glued, { options: '<okpsrx:options treatIsolatedCodesAsWhitespace="yes"/>' })).toEqual(['One.', '*Two.'])
    expect(shown(glued, { options: '<formathandle type="isolated" include="yes"/><okpsrx:options treatIsolatedCodesAsWhitespace="yes"/>' })).toEqual(['One.*', 'Two.'])
  })
})

function refusalOf(text: string): Refusal['details'] {
  try {
    segments('One. Two.', { locale: 'en', srx: text })
  } catch (error) {
    if (error instanceof Refusal && error.code === 'srx-invalid') return error.details
    throw error
  }
  throw new Error('was not refused')
}

describe('is refused, with line and rule', () => {
  test.each<[what: string, text: string, details: object]>([
    ['nothing', '', { line: 1, problem: 'root' }],
    ['another document', '<html></html>', { line: 1, problem: 'root' }],
    ['text around it', `hello ${srx().slice(srx().indexOf('<srx'))}`, { line: 1, problem: 'root' }],
    ['two roots', `${srx()}<srx version="2.0"/>`, { line: 8, problem: 'root' }],
    ['a tag that ends another', srx().replace('</languagerules>', '</languagerule>'), { line: 6, problem: 'xml' }],
    ['a tag without end', srx().replace('</srx>', ''), { line: 7, problem: 'xml' }],
    ['broken markup', srx().replace('<body>', '<body'), { problem: 'xml' }],
    ['another version', srx().replace('version="2.0"', 'version="3.0"'), { line: 2, problem: 'version' }],
    ['no map', srx({ maps: [] }), { problem: 'maps' }],
    ['a map to rules that are not there', srx({ maps: [['.*', 'Nobody']] }), { line: 7, problem: 'ruleSet', name: 'Nobody' }],
    ['an expression that is none', srx({ rules: { Default: ['yes a |', 'no (b |'] } }), { line: 6, problem: 'syntax', rule: 'Default: (b', name: '(' }],
    [
      'an expression that could take forever',
      srx({ rules: { Default: [String.raw`yes (\s*\w+)+\. |`] } }),
      { line: 5, problem: 'repetition', rule: String.raw`Default: (\s*\w+)+\.` },
    ],
    ['an entity', srx().replace(String.raw`\.<`, '&lol;<'), { line: 5, problem: 'entity', name: '&lol;' }],
  ])('%s', (_, text, details) => expect(refusalOf(text)).toMatchObject(details))

  test('a bomb of entities, none of which is expanded', () => {
    const entities = Array.from({ length: 30 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`).join('')
    const bomb = srx()
      .replace('<srx ', `<!DOCTYPE srx [<!ENTITY l0 "lol">${entities}]>\n<srx `)
      .replace(String.raw`\.<`, '&l30;<')
    expect(refusalOf(bomb)).toMatchObject({ problem: 'entity', name: '&l30;' })
  })

  test('a document that nests without end, without an overflow', () => expect(refusalOf(`<srx version="2.0">${'<a>'.repeat(200_000)}`)).toMatchObject({ problem: 'xml' }))
})

test('joined, the segments of any text give it back, whatever the rules', () => {
  const rule = fc.constantFrom(
    String.raw`yes [.!?]+ | \s`,
    String.raw`yes \s |`,
    String.raw`no \p{Lu}\. | \s`,
    'yes . |',
    String.raw`yes \b |`,
    'yes  | b',
    String.raw`no (?i)dr\. |`,
    'yes x* |',
  )
  fc.assert(
    fc.property(
      fc.array(rule, { minLength: 1, maxLength: 5 }),
      fc.string({ unit: fc.constantFrom('A', 'b', '. ', '!', ' ', 'Dr.', '\n', '𝒳', '\ud835', 'x'), maxLength: 60 }),
      (list, text) => {
        expect(cut(text, { rules: { Default: list } }).join('')).toBe(text)
      },
    ),
  )
})
