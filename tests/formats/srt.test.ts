import { describe, expect, test } from 'vitest'
import { cueOf } from '../../server/document/cue.js'
import { readDocument } from '../../server/formats/readDocument.js'
import { srt } from '../../server/formats/srt.js'
import { writeDocument } from '../../server/formats/writeDocument.js'

const read = (text: string) => readDocument(Buffer.from(text), { format: 'srt', segmentation: 'sentence', locale: 'en' })
const texts = (text: string) => read(text).units.map((unit) => unit.text)
const problems = (text: string) => read(text).problems.map(({ code, start, end }) => [code, text.slice(start, end)])
const codes = (text: string) => read(text).units.flatMap((unit) => unit.codes.map(({ type, label, open, close }) => [type, label ?? '', open, close ?? null]))
const write = (text: string, target: string) =>
  Buffer.from(writeDocument(Buffer.from(text), srt, [{ ...read(text).units[0]!, target }]))
    .toString()
    .split('\n')
const cue = (lines: string) => `1\n00:00:01,000 --> 00:00:02,500\n${lines}\n`

test('a cue is one unit with its line breaks, never cut into sentences', () => {
  expect(texts(cue('One. Two.\nThree.'))).toEqual(['One. Two.\nThree.'])
})

test('times are known in milliseconds, whatever their spelling', () => {
  const times = (line: string) => cueOf(read(`${line}\nText`).units[0]!.context)
  expect(times('00:00:01,000 --> 00:00:02,500')).toEqual({ start: 1000, end: 2500 })
  expect(times('1:00:01.5-->1:00:02 X1:100 X2:600')).toEqual({ start: 3_601_500, end: 3_602_000 })
  expect(times('99:59:59,999 --> 100:00:00,001')).toEqual({ start: 359_999_999, end: 360_000_001 })
})

test('tags are codes with readable types', () => {
  expect(codes(cue('{\\an8}<font color="red">a</font> <I>b</I> {u}c{/u} {\\fad(1,2)}<s>d'))).toEqual([
    ['position', 'an8', '{\\an8}', null],
    ['font', 'color="red"', '<font color="red">', '</font>'],
    ['emphasis', '', '<I>', '</I>'],
    ['underline', '', '{u}', '{/u}'],
    ['style', 'fad(1,2)', '{\\fad(1,2)}', null],
    ['strikethrough', '', '<s>', null],
  ])
})

test('what is no tag of SubRip is text', () => {
  const text = '<whispers> a < b, {sic}\n5 <3 --> c\n12:30 --> lunch'
  expect(texts(cue(text))).toEqual([text])
})

describe('broken files', () => {
  test('without a blank line between cues, without numbers, with blank lines everywhere', () => {
    const first = '00:00:01,000 --> 00:00:02,000'
    const second = '00:00:03,000 --> 00:00:04,000'
    expect(texts(`1\n${first}\nOne\n2\n${second}\n42`)).toEqual(['One', '42'])
    expect(texts(`${first}\nOne\n\n${second}\nTwo`)).toEqual(['One', 'Two'])
    expect(texts(`1\n\n${first}\n\nOne\n\n2\n\n${second}\n\nTwo`)).toEqual(['One', 'Two'])
    expect(texts(`1\n${first}\n\n2\n${second}\nTwo`)).toEqual(['Two'])
  })

  test('times that cannot be read, or run backwards, are said; the text is there', () => {
    const text = '1\n00:00:0x,000 --> 00:00:02,000\nOne\n\n2\n00:00:05,000 --> 00:00:04,000\nTwo'
    expect(texts(text)).toEqual(['One', 'Two'])
    expect(problems(text)).toEqual([
      ['cue-times', '00:00:0x,000 --> 00:00:02,000'],
      ['cue-times', '00:00:05,000 --> 00:00:04,000'],
    ])
  })

  test('a text below a blank line is a unit of its own, with a warning', () => {
    expect(texts(cue('One\n\nTwo'))).toEqual(['One', 'Two'])
    expect(problems(cue('One\n\nTwo'))).toEqual([['cue-blank-line', 'Two']])
  })

  test('a text above the first cue stays, with a warning', () => {
    expect(texts(`Captions of 2024\n\n${cue('One')}`)).toEqual(['One'])
    expect(problems(`Captions of 2024\n\n${cue('One')}`)).toEqual([['outside-cue', 'Captions of 2024']])
  })

  test('overlapping times are nobody’s business', () => {
    expect(problems(`${cue('One')}\n${cue('Two')}`)).toEqual([])
  })
})

describe('a translation', () => {
  test('keeps number, times, positions and codes where they are', () => {
    expect(write('7\n00:00:01,000 --> 00:00:02,500 X1:5\n{\\an8}One <b>two</b>\n\n8', '<1/><2>Zwei</2> eins')).toEqual([
      '7',
      '00:00:01,000 --> 00:00:02,500 X1:5',
      '{\\an8}<b>Zwei</b> eins',
      '',
      '8',
    ])
  })

  test('cannot end its cue, begin another or be taken for a tag', () => {
    expect(write(cue('One'), ' a\n\nb\n00:00:01,000 --> 00:00:02,000\n<b> {\\an8}\n ').slice(2)).toEqual(['a\u2028', 'b', '00:00:01,000 --› 00:00:02,000', '‹b› (\\an8)', ''])
  })
})

test('a file without a telling name is known by its first cue', () => {
  expect(readDocument(Buffer.from(cue('One')), { path: 'captions', segmentation: 'block', locale: 'en' }).format).toBe('srt')
})
