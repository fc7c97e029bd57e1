/** A run of XML text; runs lie side by side, without gaps. Offsets in the text. */
export interface XmlToken {
  /** `empty` is a tag such as `<br/>`; `broken` is markup that is none, and all behind it. */
  type: 'start' | 'end' | 'empty' | 'text' | 'cdata' | 'comment' | 'instruction' | 'doctype' | 'broken'
  /** Of a tag with its prefix, or of an instruction; else empty. */
  name: string
  start: number
  end: number
}

/** An attribute and the stretch of its value between the quotes. */
export interface XmlAttribute {
  name: string
  /** Where the name begins. */
  at: number
  start: number
  end: number
}

/**
 * The token at `at`, or null at the end of the text. Reading token by token takes linear time, as nothing is looked at twice: what never ends is `broken` up to the end.
 * No entity is ever expanded, and a document type declaration is one token.
 */
export function xmlToken(text: string, at: number): XmlToken | null {
  if (at >= text.length) return null
  if (text[at] !== '<') return { type: 'text', name: '', start: at, end: before(text, '<', at) }
  const mark = text[at + 1]
  if (mark === '!') return declaration(text, at)
  if (mark === '?') return instruction(text, at)
  const from = mark === '/' ? at + 2 : at + 1
  const end = tagEnd(text, from)
  const nameEnd = end === -1 ? from : endOfName(text, from)
  if (nameEnd === from) return broken(text, at)
  const type = mark === '/' ? 'end' : text[end - 2] === '/' ? 'empty' : 'start'
  return { type, name: text.slice(from, nameEnd), start: at, end }
}

/** The attributes of a start or empty tag, in order. What is no attribute ends the list. */
export function attributesOf(text: string, tag: Pick<XmlToken, 'name' | 'start' | 'end'>): XmlAttribute[] {
  const found: XmlAttribute[] = []
  let at = skipSpace(text, tag.start + 1 + tag.name.length)
  for (;;) {
    const nameEnd = endOfName(text, at)
    const equals = skipSpace(text, nameEnd)
    if (nameEnd === at || text[equals] !== '=') return found
    const start = skipSpace(text, equals + 1) + 1
    const quote = text[start - 1]
    const end = quote === '"' || quote === "'" ? text.indexOf(quote, start) : -1
    if (end === -1 || end >= tag.end) return found
    found.push({ name: text.slice(at, nameEnd), at, start, end })
    at = skipSpace(text, end + 1)
  }
}

function before(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from)
  return found === -1 ? text.length : found
}

const broken = (text: string, start: number): XmlToken => ({ type: 'broken', name: '', start, end: text.length })

function upTo(text: string, type: XmlToken['type'], start: number, from: number, mark: string): XmlToken {
  const found = text.indexOf(mark, from)
  return found === -1 ? broken(text, start) : { type, name: '', start, end: found + mark.length }
}

function declaration(text: string, at: number): XmlToken {
  if (text.startsWith('<!--', at)) return upTo(text, 'comment', at, at + 4, '-->')
  if (text.startsWith('<![CDATA[', at)) return upTo(text, 'cdata', at, at + 9, ']]>')
  if (text.startsWith('<!DOCTYPE', at)) return doctype(text, at)
  return broken(text, at)
}

function instruction(text: string, at: number): XmlToken {
  const token = upTo(text, 'instruction', at, at + 2, '?>')
  return token.type === 'broken' ? token : { ...token, name: text.slice(at + 2, Math.min(endOfName(text, at + 2), token.end - 2)) }
}

/** A document type declaration with its internal subset, quoted texts and comments in it. */
function doctype(text: string, start: number): XmlToken {
  let depth = 0
  for (let at = start; at < text.length; at++) {
    const character = text[at]!
    if (character === '"' || character === "'") at = before(text, character, at + 1)
    else if (text.startsWith('<!--', at)) at = before(text, '-->', at + 4) + 2
    else if (text.startsWith('<?', at)) at = before(text, '?>', at + 2) + 1
    else if (character === '<') depth++
    else if (character === '>' && --depth === 0) return { type: 'doctype', name: '', start, end: at + 1 }
  }
  return broken(text, start)
}

/** Where the tag ends, behind its `>`; -1 where it never does, or where another begins before. */
function tagEnd(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const character = text.charCodeAt(at)
    if (character === greater) return at + 1
    if (character === less) return -1
    if (character !== doubleQuote && character !== singleQuote) continue
    at = text.indexOf(character === doubleQuote ? '"' : "'", at + 1)
    if (at === -1) return -1
  }
  return -1
}

const [less, greater, equalsSign, slash, doubleQuote, singleQuote, question] = [...'<>=/"\'?'].map((character) => character.charCodeAt(0))
const isSpace = (character: number): boolean => character === 32 || (character >= 9 && character <= 13)

function endOfName(text: string, from: number): number {
  let at = from
  for (; at < text.length; at++) {
    const character = text.charCodeAt(at)
    if (isSpace(character) || character === greater || character === slash || character === equalsSign || character === less) break
    if (character === doubleQuote || character === singleQuote || character === question) break
  }
  return at
}

function skipSpace(text: string, from: number): number {
  let at = from
  while (isSpace(text.charCodeAt(at))) at++
  return at
}
