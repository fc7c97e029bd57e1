import { parseText, type TextPart } from '../document/codes.js'
import type { Code } from '../document/unit.js'

/** A run of a translation as it is to be spelled: words, or a side of a code with its spelling in the document. */
export type Spelling = { type: 'text'; text: string } | { type: 'open' | 'close' | 'single'; code: Code; raw: string }

/**
 * A translation's runs in the order in which they are spelled: a code that belongs to another (`Code.after`) comes directly after it, other codes leave a pair that holds plain text only.
 * Codes that are unknown or have lost a side are left out.
 */
export function spellings(target: string, codes: readonly Code[]): Spelling[] {
  const byId = new Map(codes.map((code) => [code.id, code]))
  let parts = balanced(parseText(target), byId)
  for (const code of codes) if (code.after !== undefined) parts = attach(parts, code.id, code.after)
  for (const code of codes) if (code.plain) parts = empty(parts, code.id)
  return parts.map((part): Spelling => {
    if (part.type === 'text') return part
    const code = byId.get(part.id)!
    return { type: part.type, code, raw: part.type === 'close' ? (code.close ?? '') : code.open }
  })
}

/** Without codes that are unknown, come twice, cross another or have only one side. */
function balanced(parts: readonly TextPart[], codes: ReadonlyMap<number, Code>): TextPart[] {
  const open: number[] = []
  const seen = new Set<number>()
  const keep = new Set<number>()
  parts.forEach((part, index) => {
    if (part.type === 'text') return void keep.add(index)
    const pair = codes.get(part.id)?.close !== undefined
    if (!codes.has(part.id) || (part.type === 'single') === pair) return
    if (part.type === 'close') {
      const at = open.findLastIndex((start) => (parts[start] as { id: number }).id === part.id)
      if (at === -1) return
      keep.add(open[at]!).add(index)
      open.length = at
    } else if (!seen.has(part.id)) {
      seen.add(part.id)
      if (part.type === 'single') keep.add(index)
      else open.push(index)
    }
  })
  return parts.filter((_, index) => keep.has(index))
}

/** Where the code stands: the first index and the one after its last. */
function span(parts: readonly TextPart[], id: number): [number, number] {
  const start = parts.findIndex((part) => part.type !== 'text' && part.id === id)
  const end = parts.findLastIndex((part) => part.type !== 'text' && part.id === id)
  return [start, end + 1]
}

function attach(parts: TextPart[], id: number, after: number): TextPart[] {
  const [start, end] = span(parts, id)
  const [owner, ownerEnd] = span(parts, after)
  if (start === -1 || owner === -1 || start === ownerEnd || (start < owner && ownerEnd <= end)) return parts
  const moved = parts.slice(start, end)
  const rest = [...parts.slice(0, start), ...parts.slice(end)]
  const [, to] = span(rest, after)
  return [...rest.slice(0, to), ...moved, ...rest.slice(to)]
}

function empty(parts: TextPart[], id: number): TextPart[] {
  const [start, end] = span(parts, id)
  if (start === -1) return parts
  const inside = parts.slice(start + 1, end - 1)
  if (inside.every((part) => part.type === 'text')) return parts
  const words = inside.filter((part) => part.type === 'text')
  return [...parts.slice(0, start + 1), ...words, ...parts.slice(end - 1, end), ...inside.filter((part) => part.type !== 'text'), ...parts.slice(end)]
}
