import { describe, expect, test } from 'vitest'
import type { Localisation } from '../../server/formats/format.js'
import { markdown } from '../../server/formats/markdown.js'
import { readDocument } from '../../server/formats/readDocument.js'
import { writeDocument } from '../../server/formats/writeDocument.js'

const read = (source: string) => readDocument(Buffer.from(source), { format: 'markdown', locale: 'en', segmentation: 'block' })
const texts = (source: string) => read(source).units.map(({ text }) => text)
const codes = (source: string) => read(source).units.flatMap((unit) => unit.codes.map(({ type, label }) => [type, label]))

/** The document with these texts in its units, in order; `null` leaves one as it is. */
function written(source: string, targets: readonly (string | null)[], localisation?: Localisation): string {
  const edits = read(source).units.flatMap((unit, at) => (targets[at] == null ? [] : { ...unit, target: targets[at]! }))
  return Buffer.from(writeDocument(Buffer.from(source), markdown, edits, localisation)).toString()
}

describe('directives and admonitions', () => {
  test.each([
    [':::note Mind the tide\nIt rises.\n:::\n', ['Mind the tide', 'It rises.']],
    ['Words\n:::tip[Ask *first*]{.blue}\n- a list\n:::\nMore words\n', ['Words', 'Ask <1>first</1>', 'a list', 'More words']],
    ['::: warning\nText\n:::\n\n:::: {.callout}\nText\n::::\n', ['Text', 'Text']],
    [':::{note} Read\nText\n:::\n', ['Read', 'Text']],
    ['::video[At dawn]{#dawn}\n', ['At dawn']],
    ['!!! note "Title"\n    A paragraph.\n\n        code\n\nOutside\n', ['Title', 'A paragraph.', 'Outside']],
    ['??? question inline end "Why?"\n    Because.\n', ['Why?', 'Because.']],
    ['=== "By sea"\n    Come.\n', ['By sea', 'Come.']],
    ['> [!NOTE]\n> Text over\n> two lines\n', ['Text over two lines']],
    ['> [!tip]- A title\n> Text\n', ['A title', 'Text']],
  ])('%j', (source, units) => expect(texts(source)).toEqual(units))

  test.each([
    ['!!! What a day', ['!!! What a day']],
    ['[!NOTE] outside of a quote', ['[!NOTE] outside of a quote']],
    ['A time: 10::30\n', ['A time: 10::30']],
    ['He said :::very::: loudly', ['He said :::very::: loudly']],
  ])('%j is text', (source, units) => expect(texts(source)).toEqual(units))
})

test('a title between quotes may say quotes, and one before attributes braces', () => {
  expect(written('!!! note "Title"\n    Text\n', ['a "b" {c}', null])).toBe('!!! note "a &#34;b&#34; &#123;c}"\n    Text\n')
})

describe('definition lists', () => {
  test.each([
    ['Bow\n: The front,\n  of a boat\n: A knot\n', ['Bow', 'The front, of a boat', 'A knot']],
    ['Bow\n\n: The front\n\n    And more\n\nWords\n', ['Bow', 'The front', 'And more', 'Words']],
    ['Two lines\nof words\n: are no term\n', ['Two lines of words : are no term']],
    ['Ratio\n:1 is none\n', ['Ratio :1 is none']],
  ])('%j', (source, units) => expect(texts(source)).toEqual(units))
})

describe('mathematics stays', () => {
  test.each([
    ['It is $a_1 + b$ now', [['math', 'a_1 + b']]],
    [
      'It is $x$, $$a b$$ or \\(h_0\\) or \\[\\sqrt{x}\\]',
      [
        ['math', 'x'],
        ['math', 'a b'],
        ['math', 'h_0'],
        ['math', '\\sqrt{x}'],
      ],
    ],
    ['It costs $5 or $6, or US$7 (AU$8)', []],
    ['Set $HOME and $PATH', []],
    ['An escaped \\(bracket, or so\\) and \\[that\\]', []],
  ])('%j', (source, found) => expect(codes(source)).toEqual(found))

  test('a block of it is no unit, also between lines of text', () => {
    expect(texts('Words\n$$\n- x = 1\n$$\nmore words\n\n$$\nnever ends\n')).toEqual(['Words', 'more words', '$$ never ends'])
  })

  test('a translation that says dollars is no mathematics', () => {
    expect(written('Price\n', ['a $x$ b'])).toBe('a \\$x\\$ b\n')
    expect(written('Price\n', ['from $5 to $6'])).toBe('from $5 to $6\n')
  })
})

describe('templates, wikis, attributes', () => {
  test.each([
    [
      'Open {{ site.hours }} and {% include x.html %} and {{< fees a="b" >}}',
      [
        ['template', 'site.hours'],
        ['template', 'include x.html'],
        ['template', 'fees a="b"'],
      ],
    ],
    [
      'See [[page|the page]], [[Other page]] and ![[image.png]]',
      [
        ['link', 'page'],
        ['link', 'Other page'],
        ['image', 'image.png'],
      ],
    ],
    [
      'A [link](x){target="_blank"} and **bold**{.red} and {.none}',
      [
        ['link', 'x'],
        ['attributes', 'target="_blank"'],
        ['strong', undefined],
        ['attributes', '.red'],
      ],
    ],
    ['x[[a]] and [[text](url)] and \\[[a]]', [['link', 'url']]],
  ])('%j', (source, found) => expect(codes(source)).toEqual(found))

  test('a heading keeps its attributes to itself', () => {
    expect(texts('# Title {#id .wide}\n\nTitle {: .x}\n===\n\n# Set {a, b}\n')).toEqual(['Title', 'Title', 'Set {a, b}'])
  })

  test.each([
    ['{{< figure src="x" title="kept" >}}\n', []],
    ['Words\n{: .class }\n\n{:toc}\n', ['Words']],
    ['{% highlight js %}\n\ncode\n{% endhighlight %}\n\nWords\n', ['Words']],
    ['*[HTML]: Hyper Text\n*[W3C]: A consortium\n', ['Hyper Text', 'A consortium']],
  ])('%j', (source, units) => expect(texts(source)).toEqual(units))
})

describe('what an author excludes', () => {
  test.each([
    ['a <!-- translate:off -->b<!-- translate:on --> c\n', ['a <1/> c']],
    ['<!-- translate:off -->\n\nb\n\n<!-- translate:on -->\n\nc\n', ['c']],
    ['<div translate="no">\n\nb\n\n<div>b</div>\n\nb\n\n</div>\n\nc\n', ['c']],
    ['<p translate="no">b</p>\n\n<p>c</p>\n', ['c']],
    ['a <span translate="no">b</span> c\n', ['a <1/> c']],
  ])('%j', (source, units) => expect(texts(source)).toEqual(units))
})

describe('links in another language', () => {
  const french: Localisation = { locale: 'fr', direction: 'ltr', link: (address) => address.replace('/en/', '/fr/') }

  test.each([
    ['See [help](/en/help "Help").', 'Voir <1>aide</1><2>Aide</2>.', 'Voir [aide](/fr/help "Aide").'],
    ['See [help](</en/a page>).', 'Voir <1>aide</1>.', 'Voir [aide](</fr/a page>).'],
    ['See <https://x.org/en/> and ![a map](/en/map.png).', 'Voir <1/> et <2>une carte</2>.', 'Voir <https://x.org/fr/> et ![une carte](/fr/map.png).'],
    ['See [help](/de/help_\\(1\\)).', 'Voir <1>aide</1>.', 'Voir [aide](/de/help_\\(1\\)).'],
  ])('%s', (source, target, result) => expect(written(source, [target], french)).toBe(result))

  test('also in definitions, in units that are not translated, and around them', () => {
    const source = '# Words\n\n[![Badge](/en/badge.svg)](/en/) and [a page](/en/page)\n\n![Map](/en/map.png)\n\n[id]: /en/id "Title"\n[other]: <https://x.org/en/a b>\n'
    expect(written(source, ['Mots', null, 'Carte', null], french)).toBe(source.replaceAll('/en/', '/fr/').replace('# Words', '# Mots').replace('[Map]', '[Carte]'))
  })

  test.each([
    [
      'A <a class="x" href="/en/help">page</a> and <img src="/en/map.png" alt="a map">.',
      'Une <1>page</1>, <2>une carte</2><3/>.',
      'Une <a class="x" href="/fr/help">page</a>, <img src="/fr/map.png" alt="une carte">.',
    ],
    ['<p>Before <a href="/en/a">one</a></p>\n', 'Avant <1>un</1>', '<p>Avant <a href="/fr/a">un</a></p>\n'],
    ['<img src="/en/a.png">\n\nWords <a href=/en/c>two</a>\n', 'Mots <1>deux</1>', '<img src="/fr/a.png">\n\nMots <a href="/fr/c">deux</a>\n'],
    [
      '<script>go("/en/d")</script>\n\nWords `<a href="/en/e">` <!-- <a href="/en/f"> -->',
      'Mots <1/>',
      '<script>go("/en/d")</script>\n\nMots `<a href="/en/e">` <!-- <a href="/en/f"> -->',
    ],
  ])('in HTML: %s', (source, target, result) => expect(written(source, [target], french)).toBe(result))

  test('in HTML that is not translated', () => {
    const source = '# Words\n\nSee <a href="/en/a">this</a>.\n\n<ul>\n<li><a href="/en/b">that</a>\n</ul>\n'
    expect(written(source, ['Mots'], french)).toBe(source.replaceAll('/en/', '/fr/').replace('Words', 'Mots'))
  })

  test('an address cannot break its link', () => {
    const odd: Localisation = { ...french, link: () => '/a b)(<c>' }
    expect(written('See [help](/en/).', ['Voir <1>aide</1>.'], odd)).toBe('Voir [aide](/a%20b\\)\\(%3Cc%3E).')
  })
})

test('blank lines in a value of the front matter are part of it, however many', () => {
  const document = `---\ntitle: |\n  One\n${'\n'.repeat(90_000)}  two\n---\n`
  const { units } = readDocument(Buffer.from(document), { format: 'markdown', locale: 'en', segmentation: 'block', frontMatter: ['title'] })
  expect(units.map(({ text }) => text.replace(/\n+/, ' '))).toEqual(['One two'])
})

test('front matter that nests too deeply is said to, and the text below it is read', () => {
  const { units, problems } = readDocument(Buffer.from(`---\ntitle: ${'['.repeat(60_000)}\n---\n\nText\n`), {
    format: 'markdown',
    locale: 'en',
    segmentation: 'block',
    frontMatter: ['title'],
  })
  expect(units.map(({ text }) => text)).toEqual(['Text'])
  expect(problems.map(({ message }) => message)).toEqual(['The front matter nests too deeply to be translated.'])
})

test('front matter has fields; prose between two rules is text', () => {
  expect(texts('---\n\nOnce upon a time.\n\n---\n\nThe end.\n')).toEqual(['Once upon a time.', 'The end.'])
  expect(texts('---\nlayout: page\n---\n\nThe end.\n')).toEqual(['The end.'])
})

test('lists that nest too deeply stay, and a problem says so', () => {
  const { units, problems } = read(`${'> '.repeat(99)}word\n\n${'- '.repeat(120)}deep\n\nWords\n`)
  expect(units.map(({ text }) => text)).toEqual(['word', 'Words'])
  expect(problems.map(({ code }) => code)).toEqual(['too-deep'])
})

test('a very long run of stars overflows nothing', () => {
  const [unit] = read(`${'*'.repeat(20_000)}word${'*'.repeat(20_000)}\n`).units
  expect(unit!.codes).toHaveLength(10_000)
  const longer = read(`${'*'.repeat(200_000)}word${'*'.repeat(200_000)}\n`)
  expect([longer.units, longer.problems.map(({ code }) => code)]).toEqual([[], ['too-many-codes']])
})
