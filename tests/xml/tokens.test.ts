import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeXml, sayableXml, spellXml, spellXmlValue, xmlPieces } from '../../server/xml/characters.js'
import { attributesOf, xmlToken, type XmlToken } from '../../server/xml/tokens.js'

function tokensOf(text: string): XmlToken[] {
  const tokens: XmlToken[] = []
  for (let token = xmlToken(text, 0); token; token = xmlToken(text, token.end)) tokens.push(token)
  return tokens
}
const shown = (text: string) => tokensOf(text).map(({ type, name, start, end }) => [type, name, text.slice(start, end)].filter((word) => word !== '').join(' '))

describe('tokens', () => {
  test.each([
    ['<p>Hello</p>', ['start p <p>', 'text Hello', 'end p </p>']],
    ['<w:p w:a="1" /><br/>', ['empty w:p <w:p w:a="1" />', 'empty br <br/>']],
    ['<a b=">" c=\'/>\'>x', ['start a <a b=">" c=\'/>\'>', 'text x']],
    ['<?xml version="1.0"?>\n<!-- a > b --><x/>', ['instruction xml <?xml version="1.0"?>', 'text \n', 'comment <!-- a > b -->', 'empty x <x/>']],
    ['<![CDATA[a < b ]] > c]]>d', ['cdata <![CDATA[a < b ]] > c]]>', 'text d']],
    ['<!DOCTYPE a [<!ENTITY b "c>"><!-- > ]> -->]><a/>', ['doctype <!DOCTYPE a [<!ENTITY b "c>"><!-- > ]> -->]>', 'empty a <a/>']],
    ['a </p', ['text a ', 'broken </p']],
    ['a < b <c/>', ['text a ', 'broken < b <c/>']],
    ['<a <b>', ['broken <a <b>']],
    ['<a b="c>', ['broken <a b="c>']],
    ['<!-- never', ['broken <!-- never']],
  ])('%s', (text, wanted) => expect(shown(text)).toEqual(wanted))

  test('attributes have a name and the stretch of their value', () => {
    const text = `<a b="1" w:c = 'x&gt;y'\n d="">`
    expect(attributesOf(text, tokensOf(text)[0]!).map(({ name, at, start, end }) => [name, text.slice(at, start - 1).trim(), text.slice(start, end)])).toEqual([
      ['b', 'b=', '1'],
      ['w:c', 'w:c =', 'x&gt;y'],
      ['d', 'd=', ''],
    ])
  })

  test('tokens of any text lie side by side', () => {
    const pieces = fc.array(fc.constantFrom('<', '>', '/', '"', "'", '!', '?', '--', '[', ']', 'a', ' ', '=', '<!--', '<![CDATA[', '<!DOCTYPE', '<?', '&', 'b="c"'))
    fc.assert(
      fc.property(pieces, (parts) => {
        const text = parts.join('')
        const tokens = tokensOf(text)
        expect(tokens.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text)
        for (const tag of tokens.filter(({ type }) => type === 'start' || type === 'empty'))
          for (const { at, start, end } of attributesOf(text, tag)) expect([at, start, end, tag.end]).toEqual([at, start, end, tag.end].sort((a, b) => a - b))
      }),
    )
  })
})

describe('characters', () => {
  test.each([
    ['a &lt;b&gt; &amp; &quot;&apos;', `a <b> & "'`],
    ['&#65;&#x1F44B;', 'A👋'],
    ['&nbsp; &amp;lt; &#0; &#xD800;', '&nbsp; &lt; &#0; &#xD800;'],
  ])('%s reads %s', (raw, text) => {
    expect(decodeXml(raw)).toBe(text)
    expect(
      xmlPieces(raw, 0, raw.length)
        .map((piece) => piece.text)
        .join(''),
    ).toBe(text)
  })

  test('any words that XML can hold read back as they were spelled', () => {
    const words = fc
      .array(fc.oneof(fc.constantFrom('&', '<', '>', '"', "'", '&lt;', ']]>', '\t', '\r\n'), fc.string({ unit: 'binary' })))
      .map((parts) => sayableXml(parts.join('')))
    fc.assert(
      fc.property(words, (text) => {
        expect(decodeXml(spellXml(text))).toBe(text)
        expect(decodeXml(spellXmlValue(text))).toBe(text)
        expect(spellXmlValue(text)).not.toMatch(/["<\n\t\r]/)
        expect(spellXml(text)).not.toMatch(/<|\]\]>/)
      }),
    )
  })

  test('what XML cannot hold becomes U+FFFD', () => expect(sayableXml('a\0b\x1f\tc\uffff')).toBe('a\ufffdb\ufffd\tc\ufffd'))
})
