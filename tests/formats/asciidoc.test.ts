import { describe, expect, test } from 'vitest'
import { asciidoc } from '../../server/formats/asciidoc.js'
import { readDocument } from '../../server/formats/readDocument.js'
import { writeDocument } from '../../server/formats/writeDocument.js'

const read = (text: string, frontMatter: string[] = []) => readDocument(Buffer.from(text), { format: 'asciidoc', locale: 'en', segmentation: 'block', frontMatter })
const texts = (text: string) => read(text).units.map((unit) => unit.text)

/** The document with this translation of its first unit. */
const written = (text: string, target: string, at = 0): string => {
  const bytes = Buffer.from(text)
  return Buffer.from(writeDocument(bytes, asciidoc, [{ ...read(text).units[at]!, target }])).toString()
}

test('the line after a hard break may be indented, and stays so', () => {
  const { units } = read('More +\n  lines.')
  expect(units[0]!.text).toBe('More<1/>lines.')
  expect(written('More +\n  lines.', 'Noch<1/>Zeilen.')).toBe('Noch +\n  Zeilen.')
})

describe('what is a text', () => {
  test.each([
    ['a title, and no author or revision below it', '= Guide\nAda Byron <ada@example.org>\nv1.0, 2026-01-01\n\nText', ['Guide', 'Text']],
    ['an underlined title', 'Guide\n=====\n\nPart\n----\n\nText', ['Guide', 'Part', 'Text']],
    ['no underlined title where lengths differ by more than one', 'Guide\n-------\ncode\n-------', ['Guide']],
    ['a title without the identifier of its section', '== Care [[care]]\n\n== Food [[food,Food]] ==\n\n== Rest[[rest]]', ['Care', 'Food', 'Rest<1/>']],
    ['list items at every level', '* one\n** two\n- three\n. four\n.. five\n1. six\n<1> seven\n* [x] eight', ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight']],
    ['terms and what they mean', 'Port:: left\nStarboard::\n\n  right', ['Port', 'left', 'Starboard', 'right']],
    ['paragraphs that a plus attaches, but no listing', '* one\n+\ntwo\n+\n----\ncode\n----', ['one', 'two']],
    ['an admonition', 'NOTE: Careful.\n\n[TIP]\n====\nSo.\n====', ['Careful.', 'So.']],
    ['nothing verbatim', '----\na\n----\n\n....\nb\n....\n\n++++\nc\n++++\n\n```js\nd\n```\n\n[source]\ne\n\n  f\n\nText', ['Text']],
    ['no comment, condition or include', '// a\n////\nb\n////\nifdef::c[]\nText\nendif::[]\ninclude::d.adoc[]', ['Text']],
    ['who said what', '[quote, Grace Hopper, "Letters, collected"]\nA ship.', ['Grace Hopper', 'Letters, collected', 'A ship.']],
    ['titles of blocks and pictures', '.Caption\nimage::a.png[A boat, 300, title="At sea"]', ['Caption', 'A boat', 'At sea']],
    ['cells, and blocks in cells of style a', '[cols="1,a"]\n|===\n|One |* two\n* three\n2+|four 2.1+^s|five\n|===', ['One', 'two', 'three', 'four', 'five']],
    [
      'the first row as a header, also where it takes several lines',
      '[%header,cols="1,2a,1l"]\n|===\n|Na\nme |What |Code\n\n|Buoy\n|* red\n|raw\n|===',
      ['Na me', 'What', 'Code', 'Buoy', 'red'],
    ],
    ['no literal cell, no CSV', '|===\nl|code |text\n|===\n\n,===\na,b\n,===', ['text']],
    ['a nested table', '[cols="a"]\n|===\n|\n!===\n!in !side\n!===\n|===', ['in', 'side']],
    ['nothing between translate:off and translate:on', '// translate:off\nNo.\n// translate:on\n\nYes.', ['Yes.']],
  ])('%s', (_, document, expected) => expect(texts(document)).toEqual(expected))

  test('the values of attributes that are named', () => {
    const { units } = read(':description: A guide \\\n  for all\n:other: no\n\nText', ['description'])
    expect(units.map(({ text, key }) => [key, text])).toEqual([
      ['description', 'A guide for all'],
      [null, 'Text'],
    ])
  })

  test('a block that is never ended is a problem with a place', () => {
    expect(read('Text\n\n----\ncode').problems).toEqual([{ code: 'unclosed-block', message: 'The block that begins here is never ended.', severity: 'warning', start: 6, end: 10 }])
  })
})

describe('what is a code', () => {
  test.each([
    ['*a* _b_ #c# **d**e __f__g', '<1>a</1> <2>b</2> <3>c</3> <4>d</4>e <5>f</5>g'],
    ['snake_case_name and 2*3*4', 'snake_case_name and 2*3*4'],
    ['`code` and ``co``de, `+{x}+`, +plain+, pass:[raw] a', '<1/> and <2/>de, <3/>, <4/>, <5/> a'],
    ['H~2~O, E=mc^2^, a ^b c^', 'H<1>2</1>O, E=mc<2>2</2>, a ^b c^'],
    ['"`so`" it`\'s', '“so” it’s'],
    ['see https://example.org. Or https://example.org[here^]', 'see <1/>. Or <2>here</2>'],
    ['link:a.html["b, c",window=_blank] mailto:x@y.z[mail,Subject]', '<1>b, c</1> <2>mail</2>'],
    ['<<id>>, <<id,text>>, xref:a.adoc#b[text *c*]', '<1/>, <2>text</2>, <3>text <4>c</4></3>'],
    ['Note.footnote:[A \\] bracket.] x', 'Note.<1>A ] bracket.</1> x'],
    ['an image:a.png[alt text,20] kbd:[Ctrl] btn:[OK] menu:File[Save]', 'an <1>alt text</1> <2/> <3>OK</3> <4/>'],
    ['((term)) (((hidden,term))) [[id]] stem:[x] {name} a', '<1>term</1> <2/> <3/> <4/> <5/> a'],
    ['\\*a* \\{b} \\<<c>> \\link:d[e]', '*a* {b} <<c>> link:d[e]'],
    ['*a _b* c_', '<1>a _b</1> c_'],
    ['one +\ntwo\nthree', 'one<1/>two three'],
    ['&amp; &#42; &copy; &nope; a', '& * © &nope; a'],
  ])('%s', (document, expected) => expect(texts(document)).toEqual([expected]))
})

describe('how a translation is written', () => {
  test.each([
    ['plainly where it can be', 'The *sea*.', 'Das <1>Meer</1>.', 'Das *Meer*.'],
    ['with doubled marks beside letters', 'The *sea*.', '大<1>海</1>啊', '大**海**啊'],
    ['with references where it would be markup', 'Text', 'a *b* c', 'a &#42;b&#42; c'],
    ['so that it begins no list', 'Text', '* a', '&#42; a'],
    ['so that it ends no term', 'Text', 'std:: vector', 'std:&#58; vector'],
    ['an address as a macro where letters touch it', 'See https://example.org[here].', '见<1>这里</1>。', '见link:https://example.org[这里]。'],
    ['with the line below a title', 'Guide\n=====', 'Ein Leitfaden', 'Ein Leitfaden\n============='],
    ['so that the line below makes it no title', 'Longer text\n----\ncode\n----', 'Text', '&#84;ext\n----\ncode\n----'],
    ['an attribute in quotes where it has a comma', 'image::a.png[A boat]', 'Ein Boot, klein', 'image::a.png["Ein Boot, klein"]'],
    ['a cell with no separator', '|===\n|a |b\n|===', 'one | two', '|===\n|one &#124; two |b\n|==='],
    ['a line that would be attributes of a block', '_a_ link:b[c]', '<2>[x]</2>', 'link:b[&#91;x&#93;]'],
  ])('%s', (_, document, target, expected) => expect(written(document, target)).toBe(expected))

  test('the language, and addresses, of the target', () => {
    const source = '= A\n:lang: en\n\nSee link:/en/help[here] and https://x.org/en[there].\n\nimage::/en/a.png[b]\n'
    const [title] = read(source).units
    const localisation = { locale: 'fr', direction: 'ltr' as const, link: (address: string) => address.replace('/en', '/fr') }
    expect(Buffer.from(writeDocument(Buffer.from(source), asciidoc, [{ ...title!, target: 'B' }], localisation)).toString()).toBe(
      '= B\n:lang: fr\n\nSee link:/fr/help[here] and https://x.org/fr[there].\n\nimage::/fr/a.png[b]\n',
    )
  })

  test('a plus sign takes nothing literally together with one in the sentence after it', () => {
    const source = Buffer.from('One. Say `+{x}+` now.\n')
    const options = { format: 'asciidoc', locale: 'en', frontMatter: [] }
    const [first] = readDocument(source, { ...options, segmentation: 'sentence' }).units
    const written = Buffer.from(writeDocument(source, asciidoc, [{ ...first!, target: '+a b, C++ and 1 + 1.' }])).toString()
    expect(written).toBe('&#43;a b, C&#43;+ and 1 + 1. Say `+{x}+` now.\n')
    expect(texts(written)).toEqual(['+a b, C++ and 1 + 1. Say <1/> now.'])
  })

  test('nor does a star begin bold type that one in a note after it ends', () => {
    expect(written('A note.footnote:[See the *log*.]', 'A price*<1>See <2>it</2></1>')).toBe('A price&#42;footnote:[See *it*]')
    expect(written('A price', 'Issue #1 of snake_case, 5 * 3')).toBe('Issue #1 of snake_case, 5 * 3')
  })
})
