import { describe, expect, test } from 'vitest'
import { xml } from '../../server/formats/xml.js'
import { readDocument, type ReadOptions } from '../../server/formats/readDocument.js'
import { writeDocument } from '../../server/formats/writeDocument.js'

const read = (text: string, options: Partial<ReadOptions> = {}) => readDocument(Buffer.from(text), { format: 'xml', locale: 'en', segmentation: 'block', ...options })
const texts = (text: string, options: Partial<ReadOptions> = {}) => read(text, options).units.map((unit) => unit.text)
const its = 'xmlns:its="http://www.w3.org/2005/11/its" its:version="2.0"'
const withRules = (rules: string, content: string) => `<doc ${its}><its:rules version="2.0">${rules}</its:rules>${content}</doc>`

/** The document with these targets in place of its texts, in their order. */
const translated = (text: string, ...targets: string[]) => {
  const { units } = read(text)
  return Buffer.from(
    writeDocument(
      Buffer.from(text),
      xml,
      targets.map((target, at) => ({ ...units[at]!, target })),
    ),
  ).toString()
}

describe('without rules', () => {
  test('an element among words is a code, any other a text of its own', () => {
    expect(texts('<x><y>One <z>two</z>.</y><y><z>Three</z></y></x>')).toEqual(['One <1>two</1>.', 'Three'])
  })

  test('DocBook: listings are kept, commands are codes, footnotes stand in their text', () => {
    const article = '<article xmlns="http://docbook.org/ns/docbook"><para>Run <command>ls</command><footnote><para>Or dir.</para></footnote>.</para><screen>$ ls</screen></article>'
    expect(texts(article)).toEqual(['Run <1/><2><3>Or dir.</3></2>.'])
  })

  test('headings say where a text stands', () => {
    const units = read('<article xmlns="http://docbook.org/ns/docbook"><title>A</title><section><title>B</title><para>c</para></section></article>').units
    expect(units.map(({ kind, level, path }) => [kind, level, path])).toEqual([
      ['heading', 1, []],
      ['heading', 2, ['A']],
      ['paragraph', 0, ['A', 'B']],
    ])
  })

  test('names of strings are keys', () => {
    expect(read('<resources><string name="hi">Hello</string><string name="id" translatable="false">x</string></resources>').units.map(({ key, text }) => [key, text])).toEqual([
      ['hi', 'Hello'],
    ])
  })

  test('a link around blocks is no code in a text', () => {
    expect(texts('<div><a href="x"><p>One</p><p>Two</p></a></div>')).toEqual(['One', 'Two'])
  })

  test('white space folds, but where xml:space or the vocabulary keeps it', () => {
    expect(texts('<x><y>a\n  b</y><y xml:space="preserve">a\n  b</y><pre>c\n d</pre></x>')).toEqual(['a b', 'a\n  b', 'c\n d'])
  })
})

describe('ITS', () => {
  test('translate: the last rule that selects an element decides, attributes in the document above all', () => {
    const rules = '<its:translateRule selector="/doc" translate="no"/><its:translateRule selector="//p | //@alt" translate="yes"/>'
    expect(texts(withRules(rules, '<p>Yes <i alt="here"/></p><p its:translate="no">no</p><q>no</q><q its:translate="yes">yes</q>'))).toEqual(['Yes <1>here</1>', 'yes'])
  })

  test('withinText: where rules say what stands inside texts, nothing else does', () => {
    const rules = '<its:withinTextRule selector="//b" withinText="yes"/><its:withinTextRule selector="//fn" withinText="nested"/>'
    const [unit, ...others] = read(withRules(rules, '<p>a <b>b</b> c<fn>d</fn></p><p>e <i>f</i></p>')).units
    expect(unit!.text).toBe('a <1>b</1> c<2>d</2>')
    expect(unit!.codes.map(({ type }) => type)).toEqual(['strong', 'footnote'])
    expect(others.map(({ text }) => text)).toEqual(['e', 'f'])
  })

  test('locNote and idValue: what is beside a text is its note and its key', () => {
    const rules =
      '<its:locNoteRule selector="//t" locNotePointer="../n" locNoteType="description"/><its:translateRule selector="//n" translate="no"/><its:idValueRule selector="//t" idValue="../@id"/>'
    expect(read(withRules(rules, '<m id="a"><n>Short,  please</n><t>Go</t></m>')).units.map(({ text, note, key }) => [text, note, key])).toEqual([['Go', 'Short, please', 'a']])
  })

  test('rules of a file come before those of the document', () => {
    const itsRules = `<its:rules ${its}><its:translateRule selector="//p" translate="no"/><its:translateRule selector="//q" translate="no"/></its:rules>`
    expect(texts(withRules('<its:translateRule selector="//q" translate="yes"/>', '<p>no</p><q>yes</q>'), { itsRules })).toEqual(['yes'])
  })

  test('a selector that is not understood is said with its place', () => {
    const document = withRules('<its:translateRule selector="//p[last()]" translate="no"/>', '<p>a</p>')
    const { units, problems } = read(document)
    expect(units.map(({ text }) => text)).toEqual(['a'])
    expect(problems).toEqual([
      {
        code: 'its-selector',
        message: 'The selector "//p[last()]" is not understood; this rule is not followed.',
        severity: 'warning',
        start: document.indexOf('<its:translateRule'),
        end: document.indexOf('</its:rules>'),
      },
    ])
  })
})

test('settings say how elements and attributes are read, by name', () => {
  const elements = { c: 'protected', em: 'inline', '@alt': 'protected', '@label': 'translated', verse: 'preserved' } as const
  expect(texts('<x><p><em>a</em> <em>b</em> d<c>e</c><img alt="f"/></p><p label="g"/><verse>h\n  i</verse></x>', { elements })).toEqual([
    '<1>a</1> <2>b</2> d<3/><4/>',
    'g',
    'h\n  i',
  ])
})

describe('characters', () => {
  test('references are read and written, entities of the document are codes and never expanded', () => {
    const source = '<!DOCTYPE x [<!ENTITY a "aaa"><!ENTITY b "&a;&a;">]><x>1 &lt; 2 &#38; &b; x</x>'
    expect(texts(source)).toEqual(['1 < 2 & <1/> x'])
    expect(translated(source, '3 > 2 & <1/>')).toContain('<x>3 &gt; 2 &amp; &b;</x>')
  })

  test('a section of character data stays one; what cannot stand in it goes between two', () => {
    expect(translated('<x><![CDATA[a & b]]></x>', 'c <d> & ]]> e')).toBe('<x><![CDATA[c ]]>&#60;<![CDATA[d> & ]]]]>&#62;<![CDATA[ e]]></x>')
  })

  test('sections side by side become one, so that elements beside them stay texts of their own', () => {
    const source = '<x><y>One</y>\n<![CDATA[two <b>]]>\n<![CDATA[three ]]></x>'
    expect(texts(source)).toEqual(['One', 'two <b> three'])
    const written = translated(source, 'Un', 'deux <b> trois')
    expect(written).toBe('<x><y>Un</y>\n<![CDATA[deux ]]>&#60;<![CDATA[b> trois]]></x>')
    expect(texts(written)).toEqual(['Un', 'deux <b> trois'])
    expect(translated(written, 'Un', 'quatre')).toBe('<x><y>Un</y>\n<![CDATA[quatre]]></x>')
  })

  test('HTML in a section is read as HTML', () => {
    expect(texts('<x><![CDATA[<p>A <b>b</b></p><p>c</p>]]></x>')).toEqual(['A <1>b</1>', 'c'])
    expect(translated('<x><![CDATA[<p>A</p>]]></x>', 'a < b]]>')).toBe('<x><![CDATA[<p>a &lt; b]]&gt;</p>]]></x>')
  })

  test('what an old encoding lacks is a reference, also from inside a section', () => {
    const source = '<?xml version="1.0" encoding="ISO-8859-1"?><x><y>b</y><y><![CDATA[c d]]></y></x>'
    expect(translated(source, 'a 5 €', 'a 6 € & 7')).toContain('<y>a 5 &#8364;</y><y><![CDATA[a 6 ]]>&#8364;<![CDATA[ & 7]]></y>')
  })

  test('a quote in an attribute ends no value, of either kind', () => {
    expect(translated(`<x><img alt='a'/></x>`, `"b" 'c'`)).toBe(`<x><img alt='&quot;b&quot; &apos;c&apos;'/></x>`)
  })
})

describe('what is not well-formed is said with its place, and read as far as it makes sense', () => {
  test.each([
    ['<x><p>a</p><p>b</x>', 'This is no well-formed XML: </x> stands where <p> should end.', ['a', 'b']],
    ['<x>a</y></x>', 'This is no well-formed XML: </y> ends nothing.', ['a<1/>']],
    ['<x><p>a', 'This is no well-formed XML: <x> never ends.', ['a']],
    ['<x><p>a</p>b < c</x>', 'This is no well-formed XML: this is no markup, or never ends; write < as &lt;.', ['a', 'b']],
    ['just text', 'This is no well-formed XML: text stands outside of all elements.', []],
    ['', 'This is no well-formed XML: it has no element.', []],
  ])('%s', (text, message, wanted) => {
    const { units, problems } = read(text)
    expect(problems.map((problem) => problem.message)).toEqual([message])
    expect(units.map((unit) => unit.text)).toEqual(wanted)
  })
})

describe('hostile documents', () => {
  test('elements that nest too deeply stay as they are, with a warning', () => {
    const { units, problems } = read(`<x><p>a</p>${'<y>'.repeat(100_000)}b${'</y>'.repeat(100_000)}<p>c</p></x>`)
    expect(units.map(({ text }) => text)).toEqual(['a', 'c'])
    expect(problems.map(({ code }) => code)).toEqual(['too-deep'])
  })

  test('elements beyond half a million stay as they are, with a warning', () => {
    const { units, problems } = read(`<x><y>One</y>${'<z/>'.repeat(499_998)}<y>Two</y></x>`)
    expect(units.map(({ text }) => text)).toEqual(['One'])
    expect(problems.map(({ code }) => code)).toEqual(['too-many'])
  })

  test('a long note is cut, however many elements share it', () => {
    const nested = `${'<n>'.repeat(900)}${'a long note '.repeat(10_000)}${'</n>'.repeat(900)}`
    const { units } = read(withRules('<its:locNoteRule selector="//n" locNotePointer="." locNoteType="description"/>', nested))
    expect(units.map(({ note }) => note!.length <= 10_000)).toEqual([true])
  })

  test('more rules than anybody needs are not followed', () => {
    const { problems } = read(withRules('<its:translateRule selector="//p" translate="no"/>'.repeat(300), '<p>a</p>'))
    expect(problems.map(({ code }) => code)).toEqual(['its-rules-many'])
    const long = `//p[${Array.from({ length: 1200 }, (_, n) => `@a='${n}'`).join(' or ')}]`
    expect(read(withRules(`<its:translateRule selector="${long}" translate="no"/>`, '<p a="1">a</p>')).problems.map(({ code }) => code)).toEqual(['its-rules-many'])
  })

  test('rules that name unknown prefixes take linear time, however much the element around them declares', () => {
    const declared = Array.from({ length: 20_000 }, (_, n) => ` xmlns:n${n}="u${n}"`).join('')
    const rules = '<its:translateRule selector="//none:p" translate="no"/>'.repeat(5000)
    expect(read(`<x${declared} xmlns:its="http://www.w3.org/2005/11/its"><its:rules version="2.0">${rules}</its:rules><p>a</p></x>`).units.map(({ text }) => text)).toEqual(['a'])
  })
})

test('a localized document says its language, and its links lead to pages in it', () => {
  const source = '<x xml:lang="en" xmlns:xlink="http://www.w3.org/1999/xlink"><p>See <a href="/en/a">this</a>.</p><q xlink:href="/en/b">b</q></x>'
  const { units } = read(source)
  const localisation = { locale: 'fr', direction: 'ltr', link: (address: string) => address.replace('/en/', '/fr/') } as const
  const written = writeDocument(Buffer.from(source), xml, [{ ...units[0]!, target: 'Voir <1>ceci</1>.' }], localisation)
  expect(Buffer.from(written).toString()).toBe('<x xml:lang="fr" xmlns:xlink="http://www.w3.org/1999/xlink"><p>Voir <a href="/fr/a">ceci</a>.</p><q xlink:href="/fr/b">b</q></x>')
})
