/** A stretch of a text that is none: what it is, where it ends, and what people see of it. */
export interface Protected {
  code: 'math' | 'template' | 'attributes' | 'link' | 'image'
  end: number
  label: string
}

/** Where a mark stands next, or infinity. */
export type Next = (mark: string, from: number) => number

const longest = 2000
const word = /[\p{L}\p{N}_$]/u

/** Mathematics that begins with the `$` at `at`. Between single ones it must look so: `$5 and $6` are prices. */
export function dollarMath(text: string, at: number, next: Next): Protected | null {
  const marks = text[at + 1] === '$' ? 2 : 1
  const start = at + marks
  const end = next(marks === 2 ? '$$' : '$', start)
  if (end === start || end - start > longest) return null
  const content = text.slice(start, end)
  if (marks === 1) {
    if (word.test(text[at - 1] ?? '') || word.test(text[end + 1] ?? '') || /^\s|[\s\\]$/.test(content)) return null
    if (/\s/.test(content) && !/[\\^_=<>+]/.test(content)) return null
  }
  return { code: 'math', end: end + marks, label: content.trim() }
}

/** Mathematics between `\(` and `\)` or `\[` and `\]`, where it looks so; else the backslashes are escapes. */
export function backslashMath(text: string, at: number, next: Next): Protected | null {
  const round = text[at + 1] === '('
  const end = next(round ? '\\)' : '\\]', at + 2)
  if (end - at > longest) return null
  const content = text.slice(at + 2, end)
  const looks = round ? /[\\^_=<>+]|^\s*\S{1,3}\s*$/ : /\\[A-Za-z]{2,}|\^|(?<!\\)_\{/
  return looks.test(content) ? { code: 'math', end: end + 2, label: content.trim() } : null
}

const templates: readonly (readonly [string, string])[] = [
  ['{{<', '>}}'],
  ['{{%', '%}}'],
  ['{{{', '}}}'],
  ['{{', '}}'],
  ['{%', '%}'],
]

/** A tag of a template language: Hugo's `{{< figure >}}`, Liquid's `{{ page.title }}` and `{% include x %}`. */
export function templateTag(text: string, at: number, next: Next): Protected | null {
  const template = templates.find(([open]) => text.startsWith(open, at))
  if (!template) return null
  const [open, close] = template
  const end = next(close, at + open.length)
  return end - at > longest ? null : { code: 'template', end: end + close.length, label: text.slice(at + open.length, end).trim() }
}

const attribute = String.raw`(?:[#.][^\s{}]+|[\w-]+=(?:"[^"\n]*"|'[^'\n]*'|[^\s{}"']+))`
const attributePattern = new RegExp(String.raw`\{:?[ \t]*${attribute}(?:[ \t]+${attribute})*[ \t]*\}`, 'y')

/** `{#id .class key=value}`, which says something about what it stands behind. */
export function attributesAt(text: string, at: number): Protected | null {
  attributePattern.lastIndex = at
  return attributePattern.test(text) ? { code: 'attributes', end: attributePattern.lastIndex, label: text.slice(at + 1, attributePattern.lastIndex - 1) } : null
}

const wikilink = /!?\[\[([^[\]|\n\\]{1,300})(?:(\\?\|)((?:\\.|[^[\]|\n\\]){1,500}))?\]\](?![([])/y

/** A wiki's link at `at`, `[[page|text]]`, and where its text stands; the name of a page stays. */
export function wikilinkAt(text: string, at: number): (Protected & { words: { start: number; end: number } | null }) | null {
  wikilink.lastIndex = at
  const match = wikilink.exec(text)
  if (!match || word.test(text[at - 1] ?? '')) return null
  const [whole, page, bar, words] = match as unknown as [string, string, string?, string?]
  if (!/\p{L}/u.test(page)) return null
  const end = at + whole.length
  const start = end - 2 - (words?.length ?? 0)
  const image = whole.startsWith('!')
  return { code: image ? 'image' : 'link', label: page, end, words: bar === undefined || image ? null : { start, end: end - 2 } }
}
