import { parser, Table, TaskList, type BlockContext, type Line, type MarkdownConfig } from '@lezer/markdown'

const definition = /^\[\^[^\]\s]+\]:/

const definitionAt = (line: Line): number =>
  line.next === 91 && line.indent < line.baseIndent + 4 ? (definition.exec(line.text.slice(line.pos, line.pos + 1000))?.[0].length ?? 0) : 0

/** Footnote definitions, `[^label]: text`, with further paragraphs indented by four: https://github.github.com/gfm (as GitHub reads them). */
const Footnotes: MarkdownConfig = {
  defineNodes: [
    {
      name: 'FootnoteDefinition',
      block: true,
      composite(_: BlockContext, line: Line) {
        if (line.next >= 0 && line.indent < line.baseIndent + 4) return false
        if (line.next >= 0) line.moveBaseColumn(line.baseIndent + 4)
        return true
      },
    },
    'FootnoteLabel',
  ],
  parseBlock: [
    {
      name: 'FootnoteDefinition',
      before: 'LinkReference',
      parse(context, line) {
        const length = definitionAt(line)
        if (length === 0) return false
        const start = context.lineStart + line.pos
        context.startComposite('FootnoteDefinition', line.pos)
        context.addElement(context.elt('FootnoteLabel', start + 2, start + length - 2))
        line.moveBase(line.skipSpace(line.pos + length))
        return null
      },
      endLeaf: (_, line) => definitionAt(line) > 0,
    },
  ],
}

/** Block structure only: inline text is read by readInline, in linear time and with what a translation needs to know. */
export const blockParser = parser.configure([
  Table,
  TaskList,
  Footnotes,
  // Takes all of a text at once, so that it is not looked at letter by letter for nothing.
  { parseInline: [{ name: 'Text', parse: (context) => context.end }] },
  { remove: ['Escape', 'Entity', 'InlineCode', 'HTMLTag', 'Emphasis', 'HardBreak', 'Link', 'Image', 'LinkEnd'] },
])
