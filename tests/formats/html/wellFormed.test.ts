import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { escapeText } from '../../../server/document/codes.js'
import { readDocument } from '../../../server/formats/readDocument.js'
import { writeDocument } from '../../../server/formats/writeDocument.js'
import { xhtml } from '../../../server/formats/xhtml.js'
import { attributesOf, xmlToken } from '../../../server/xml/tokens.js'

/** Tags that nest, and no character or reference that XML does not have. */
function isWellFormed(text: string): boolean {
  const open: string[] = []
  const clean = (value: string) => !/&(?!(?:#\d+|#x[\da-fA-F]+|[A-Za-z]+);)|[<\0-\x08\x0b\x0c\x0e-\x1f]|\]\]>/.test(value)
  for (let at = 0, token = xmlToken(text, at); token; at = token.end, token = xmlToken(text, at)) {
    if (token.type === 'broken' || (token.type === 'text' && !clean(text.slice(token.start, token.end)))) return false
    if (token.type === 'start' || token.type === 'empty') for (const { start, end } of attributesOf(text, token)) if (!clean(text.slice(start, end))) return false
    if (token.type === 'start') open.push(token.name)
    if (token.type === 'end' && open.pop() !== token.name) return false
  }
  return open.length === 0
}

test('XHTML stays well-formed whatever its translations say', () => {
  const bytes = readFileSync('tests/samples/xhtml/chapter.xhtml')
  const { units } = readDocument(bytes, { format: 'xhtml', segmentation: 'block', locale: 'en' })
  expect(isWellFormed(bytes.toString())).toBe(true)
  const trap = fc.constantFrom('&', '&nbsp;', '&copy', '<', '>', ']]>', '"', "'", '\0', '\f', '\x1b', '<br>', '--', 'é', ' ', '\n', '{{', '<![CDATA[', 'a')
  fc.assert(
    fc.property(fc.nat({ max: units.length - 1 }), fc.array(trap, { maxLength: 8 }), (at, pieces) => {
      const written = writeDocument(bytes, xhtml, [{ ...units[at]!, target: escapeText(pieces.join('')) }])
      expect(isWellFormed(Buffer.from(written).toString())).toBe(true)
    }),
    { numRuns: 1000 },
  )
})
