import { describe, expect, test } from 'vitest'
import { cueOf } from '../../server/document/cue.js'
import { readDocument } from '../../server/formats/readDocument.js'
import { vtt } from '../../server/formats/vtt.js'
import { writeDocument } from '../../server/formats/writeDocument.js'

const header = 'WEBVTT\n\n'
const read = (text: string) => readDocument(Buffer.from(text), { format: 'vtt', segmentation: 'sentence', locale: 'en' })
const texts = (text: string) => read(text).units.map((unit) => unit.text)
const problems = (text: string) => read(text).problems.map(({ code, start, end }) => [code, text.slice(start, end)])
const codes = (text: string) => read(text).units.flatMap((unit) => unit.codes.map(({ type, label, open, close }) => [type, label ?? '', open, close ?? null]))
const localised = { locale: 'de', direction: 'ltr', link: (address: string) => address } as const
const write = (text: string, target: string) => Buffer.from(writeDocument(Buffer.from(text), vtt, [{ ...read(text).units[0]!, target }], localised)).toString()
const cue = (lines: string) => `${header}00:01.000 --> 00:02.500\n${lines}\n`

test('a cue is one unit with its line breaks, never cut into sentences', () => {
  expect(texts(cue('One. Two.\nThree.'))).toEqual(['One. Two.\nThree.'])
})

test('times are known in milliseconds, hours or not, settings left alone', () => {
  expect(cueOf(read(`${header}00:01.000 --> 01:00:02.500 align:start\nText`).units[0]!.context)).toEqual({ start: 1000, end: 3_602_500 })
})

test('header, STYLE, REGION and NOTE are no units', () => {
  expect(texts('WEBVTT Title\nKind: captions\n\nSTYLE\n::cue { color: red }\n\nREGION\nid:a\n\nNOTE Hush\n\n00:01.000 --> 00:02.000\nText')).toEqual(['Text'])
})

test('a NOTE directly above a cue is for its translator', () => {
  const notes = read(`${header}NOTE Far away\n\n00:01.000 --> 00:02.000\nOne\n\nNOTE\nSaid\nslowly\n\n00:02.000 --> 00:03.000\nTwo\n\n00:03.000 --> 00:04.000\nThree`).units.map(
    ({ note }) => note,
  )
  expect(notes).toEqual(['Far away', 'Said\nslowly', null])
})

test('an identifier is the name of its unit, unless it only counts', () => {
  expect(read(`${header}intro\n00:01.000 --> 00:02.000\nOne\n\n2\n00:02.000 --> 00:03.000\nTwo`).units.map(({ key }) => key)).toEqual(['intro', null])
})

test('between two notes nothing is translated', () => {
  expect(texts(`${header}NOTE translate:off\n\n00:01.000 --> 00:02.000\nOne\n\nNOTE translate:on\n\n00:02.000 --> 00:03.000\nTwo`)).toEqual(['Two'])
})

test('tags are codes with readable types; speakers and languages are named', () => {
  expect(codes(cue('<v.loud Ada Lovelace>a <c.red.big>b</c> <lang fr>c</lang> <00:01.500>d <ruby>e<rt>f</rt></ruby> <x>g</b>'))).toEqual([
    ['speaker', 'Ada Lovelace', '<v.loud Ada Lovelace>', null],
    ['class', 'red.big', '<c.red.big>', '</c>'],
    ['language', 'fr', '<lang fr>', '</lang>'],
    ['time', '00:01.500', '<00:01.500>', null],
    ['ruby', '', '<ruby>', '</ruby>'],
    ['ruby-text', '', '<rt>', '</rt>'],
    ['tag', 'x', '<x>', null],
    ['strong', '', '</b>', null],
  ])
})

test('character references are read', () => {
  expect(texts(cue('a &amp; b &lt;c&gt;&nbsp;&#33; AT&T'))).toEqual(['a & b <c>\u00a0! AT&T'])
})

describe('broken files', () => {
  test('are cut into cues as browsers cut them', () => {
    expect(texts(`${header}00:01.000 --> 00:02.000\nOne\n00:02.000 --> 00:03.000\nTwo`)).toEqual(['One', 'Two'])
    expect(texts('WEBVTT\n00:01.000 --> 00:02.000\nOne')).toEqual(['One'])
    expect(texts(`${header}NOTE\nTwo lines\n00:01.000 --> 00:02.000\nOne`)).toEqual(['One'])
    expect(texts(cue('One\n \nstill one'))).toEqual(['One\n \nstill one'])
  })

  test('say what is wrong with them', () => {
    expect(problems('00:01.000 --> 00:02.000\nOne')).toEqual([['no-header', '00:01.000 --> 00:02.000']])
    expect(problems(`${header}1 --> 2\nOne`)).toEqual([['cue-times', '1 --> 2']])
    expect(problems(cue('One\n\nTwo'))).toEqual([['outside-cue', 'Two']])
  })
})

describe('a translation', () => {
  test('cannot end its cue, begin another or be taken for a tag', () => {
    expect(write(cue('One'), ' a\n\nb --> <i> &amp; ')).toBe(cue('a\u2028\nb --&gt; &lt;i> &amp;amp;'))
  })

  test('goes with the language that the header names', () => {
    expect(write('WEBVTT\nKind: captions\nLanguage: en-GB\n\n00:01.000 --> 00:02.000\nOne', 'Eins')).toBe('WEBVTT\nKind: captions\nLanguage: de\n\n00:01.000 --> 00:02.000\nEins')
    expect(write(cue('Language: en'), 'Sprache: de')).toBe(cue('Sprache: de'))
  })
})

test('a file without a telling name is known by its first line', () => {
  expect(readDocument(Buffer.from(cue('One')), { path: 'captions', segmentation: 'block', locale: 'en' }).format).toBe('vtt')
})
