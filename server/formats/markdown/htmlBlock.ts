/** The first line of an HTML block, and where it ends (null: before a blank line): https://spec.commonmark.org/0.31.2/#html-blocks */
const kinds: readonly { start: RegExp; end: RegExp | null }[] = [
  { start: /^<(?:script|pre|textarea|style)(?=[\s>]|$)/i, end: /<\/(?:script|pre|textarea|style)>/i },
  { start: /^<!--/, end: /-->/ },
  { start: /^<\?/, end: /\?>/ },
  { start: /^<![A-Za-z]/, end: />/ },
  { start: /^<!\[CDATA\[/, end: /\]\]>/ },
  {
    start:
      /^<\/?(?:address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul)(?=\s|\/?>|$)/i,
    end: null,
  },
]

const anyTag = /^<(?:[A-Za-z][A-Za-z0-9-]*(?:\s+[A-Za-z_:][\w.:-]*(?:\s*=\s*(?:[^\s"'=<>`]+|'[^']*'|"[^"]*"))?)*\s*\/?>|\/[A-Za-z][A-Za-z0-9-]*\s*>)[ \t]*$/

/** How the HTML block ends that begins with this line, or undefined where none begins. A line that is one tag of any name ends no paragraph. */
export function htmlBlockEnd(line: string, paragraph: boolean): RegExp | null | undefined {
  const kind = kinds.find(({ start }) => start.test(line))
  if (kind) return kind.end
  return !paragraph && anyTag.test(line) ? null : undefined
}
