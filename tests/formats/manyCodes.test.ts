import { describe, expect, test } from 'vitest'
import { mostCodes } from '../../server/formats/blocks.js'
import { readDocument } from '../../server/formats/readDocument.js'
import { paragraph, run, word } from './ooxml/word.js'

const read = (format: string, bytes: Uint8Array) => {
  const { units, problems } = readDocument(bytes, { format, segmentation: 'sentence', locale: 'en' })
  return [units.map(({ text }) => (text.length < 100 ? text : `${text.slice(0, 20)}…`)), problems.map(({ code }) => code)]
}

/** A text with so many codes, and one behind it. */
const documents: Record<string, (codes: number) => string> = {
  xml: (codes) => `<doc><p>Owls${'<b/>'.repeat(codes)} hunt.</p><p>At night.</p></doc>`,
  'xml with entities': (codes) => `<!DOCTYPE doc [<!ENTITY a "a">]><doc><p>Owls${'&a;'.repeat(codes)} hunt.</p><p>At night.</p></doc>`,
  html: (codes) => `<p>Owls${'<br>a'.repeat(codes)} hunt.</p><p>At night.</p>`,
  markdown: (codes) => `Owls${' `a`'.repeat(codes)} hunt.\n\nAt night.\n`,
  vtt: (codes) => `WEBVTT\n\n00:01.000 --> 00:02.000\nOwls${'<i>a</i>'.repeat(codes)} hunt.\n\n00:03.000 --> 00:04.000\nAt night.\n`,
  srt: (codes) => `1\n00:00:01,000 --> 00:00:02,000\nOwls${'{\\an8}'.repeat(codes)} hunt.\n\n2\n00:00:03,000 --> 00:00:04,000\nAt night.\n`,
}

describe.each(Object.entries(documents))('%s', (name, spell) => {
  const [format] = name.split(' ') as [string]

  test('a text with more codes than anybody could translate stays as it is, with a problem; others are read', () => {
    expect(read(format, Buffer.from(spell(mostCodes + 1)))).toEqual([['At night.'], ['too-many-codes']])
    expect(read(format, Buffer.from(spell(10 * mostCodes)))).toEqual([['At night.'], ['too-many-codes']])
  })

  test('one with as many as are allowed is read', () => {
    expect(read(format, Buffer.from(spell(mostCodes)))[1]).toEqual([])
  })
})

test('in Word, so does a paragraph that consists of more than any has', () => {
  const long = (times: number) => word(paragraph(`<w:r><w:t>Owls</w:t>${'<w:tab/><w:t>a</w:t>'.repeat(times)}</w:r>`) + paragraph(run('At night.')))
  expect(read('docx', long(mostCodes + 1))).toEqual([['At night.'], ['too-many-codes']])
  expect(read('docx', long(20 * mostCodes))).toEqual([['At night.'], ['too-many-codes']])
})
