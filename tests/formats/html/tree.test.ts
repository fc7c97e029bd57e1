import fc from 'fast-check'
import { parse, type DefaultTreeAdapterMap } from 'parse5'
import { describe, expect, test } from 'vitest'
import { parseText, serializeText } from '../../../server/document/codes.js'
import { html } from '../../../server/formats/html.js'
import { readDocument } from '../../../server/formats/readDocument.js'
import { writeDocument } from '../../../server/formats/writeDocument.js'

type TreeNode = DefaultTreeAdapterMap['node']

/** The page with every letter of its texts turned into another one. */
function pseudo(page: string): string {
  const bytes = Buffer.from(page)
  const { units } = readDocument(bytes, { format: 'html', segmentation: 'block', locale: 'en' })
  const turned = (text: string) => serializeText(parseText(text).map((part) => (part.type === 'text' ? { ...part, text: part.text.replace(/[a-z]/g, 'ž') } : part)))
  return Buffer.from(
    writeDocument(
      bytes,
      html,
      units.map((unit) => ({ ...unit, target: turned(unit.text) })),
    ),
  ).toString()
}

/** The tree that browsers make of a page, one line an element or text, without the letters of its texts and values. */
function treeOf(page: string): string[] {
  const lines: string[] = []
  const left: { node: TreeNode; depth: number }[] = [{ node: parse(page), depth: 0 }]
  for (let next = left.pop(); next; next = left.pop()) {
    const { node, depth } = next
    const own = 'value' in node ? blurred(node.value) : 'attrs' in node ? node.attrs.map(({ name, value }) => `${name}=${blurred(value)}`).join(' ') : ''
    lines.push(`${' '.repeat(depth)}${node.nodeName} ${own}`)
    const children = [...('childNodes' in node ? node.childNodes : []), ...('content' in node ? [node.content] : [])]
    for (const child of children.reverse()) left.push({ node: child, depth: depth + 1 })
  }
  return lines
}

const blurred = (text: string): string => text.replace(/[a-zž]/g, '*').replace(/[ \t\n\f\r]+/g, ' ')

const elements = ['p', 'div', 'b', 'i', 'a', 'span', 'ul', 'li', 'table', 'tr', 'td', 'h1', 'h2', 'dl', 'dt', 'dd', 'blockquote', 'button', 'select', 'option', 'pre']
const piece = fc.oneof(
  fc.constantFrom('ab', 'c d', ' ', '\n', '&amp;', '&lt;', '&', '<', '>', 'é', '{', '{{ ab }}'),
  fc.constantFrom(...elements).chain((name) => fc.constantFrom(`<${name}>`, `</${name}>`, `<${name} class=x title="ab">`)),
  fc.constantFrom(
    '<br>',
    '<img alt=ab>',
    '<img alt="ab" title=\'c\'>',
    '<!-- ab -->',
    '<svg><text>ab</text></svg>',
    '<math><mi>ab</mi></math>',
    '<code>ab</code>',
    '<input placeholder=ab>',
    '<hr>',
    '<title>ab</title>',
    '<textarea>ab</textarea>',
    '<script>ab</script>',
  ),
)

describe('a translated page has the tree of its source, as browsers see it', () => {
  test('for any tags in any order', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const page = `<!doctype html><body>${pieces.join('')}<p>ab</p>`
        expect(treeOf(pseudo(page))).toEqual(treeOf(page))
      }),
      { numRuns: 1000 },
    )
  })
})
