import type { Tag } from './tag.js'
import { HtmlTokens } from './tokens.js'

/**
 * The encoding that a page declares, in its XML declaration or in the first `meta` that names one: https://html.spec.whatwg.org/#prescan-a-byte-stream-to-determine-its-encoding
 * `head` is its beginning read as Latin-1. A page of UTF-16 without a byte order mark is known by the zeros between its first letters.
 */
export function declaredEncoding(head: string): string | undefined {
  if (/^<\0[!?A-Za-z]\0/.test(head)) return 'utf-16le'
  if (/^\0<\0[!?A-Za-z]/.test(head)) return 'utf-16be'
  const declaration = /^\s*<\?xml\s[^>]*?\bencoding\s*=\s*["']([\w.:-]+)/i.exec(head)
  if (declaration) return declaration[1]
  const last = lastCharset(head)
  const tokens = new HtmlTokens(head, 0, false)
  for (let token = last === -1 ? null : tokens.next(); token && token.start < last; token = tokens.next()) {
    const encoding = token.type === 'tag' && token.name === 'meta' && !token.closing ? encodingIn(head, token) : undefined
    if (encoding) return encoding
  }
  return undefined
}

/** Where a `meta` names an encoding last, if one does. */
const lastCharset = (head: string): number => (/<meta[\t\n\f\r /]/i.test(head) ? head.toLowerCase().lastIndexOf('charset') : -1)

function encodingIn(head: string, { attributes }: Tag): string | undefined {
  const values = new Map(attributes.map(({ name, start, end }) => [name, head.slice(start, end).trim()]))
  const content = values.get('http-equiv')?.toLowerCase() === 'content-type' ? /charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(values.get('content') ?? '')?.[1] : undefined
  return values.get('charset') || content
}
