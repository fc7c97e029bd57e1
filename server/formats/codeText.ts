import { parseText, type TextPart } from '../document/codes.js'
import type { Code } from '../document/unit.js'

/** A run of a translation as it is to be spelled: words, or a side of a code with its spelling in the document. */
export type Spelling = { type: 'text'; text: string } | { type: 'open' | 'close' | 'single'; code: Code; raw: string }

/**
 * A translation's runs in the order in which they are spelled: a code that belongs to another (`Code.after`) comes directly after it, other codes leave a pair that holds plain text only.
 * Codes that are unknown or have lost a side are left out.
 */
export function spellings(target: string, codes: readonly Code[]): Spelling[] {
  if (target === '') return []
  if (!target.includes('<')) return [{ type: 'text', text: target }]
  const byId = new Map(codes.map((code) => [code.id, code]))
  const inOrder = attached(balanced(parseText(target), byId), codes)
  // What leaves a pair may come between two that belong together.
  const parts = codes.some(({ plain }) => plain) ? attached(emptied(inOrder, byId), codes) : inOrder
  const runs: Spelling[] = []
  for (const part of parts) {
    const before = runs.at(-1)
    if (part.type !== 'text') {
      const code = byId.get(part.id)!
      runs.push({ type: part.type, code, raw: part.type === 'close' ? (code.close ?? '') : code.open })
    } else if (before?.type === 'text') runs[runs.length - 1] = { type: 'text', text: before.text + part.text }
    else runs.push(part)
  }
  return runs
}

/** The spelling of a translation: its codes, and around them its words as `spellWords` spells them; `plain` are those in a pair that holds plain text only. `edges` says at which ends of the slot they stand. */
export function spellAround(target: string, codes: readonly Code[], spellWords: (words: string, edges: { start: boolean; end: boolean }, plain: boolean) => string): string {
  const runs = spellings(target, codes)
  let plain = false
  let spelled = ''
  runs.forEach((run, index) => {
    if (run.type === 'text') spelled += spellWords(run.text, plain ? noEdges : { start: index === 0, end: index === runs.length - 1 }, plain)
    else {
      if (run.code.plain) plain = run.type === 'open'
      spelled += run.raw
    }
  })
  return spelled
}

const noEdges = { start: false, end: false }

/** Without codes that are unknown, come twice, cross another or have only one side. */
function balanced(parts: TextPart[], codes: ReadonlyMap<number, Code>): TextPart[] {
  if (areInOrder(parts, codes)) return parts
  const open: number[] = []
  /** Where in `open` a code is that was opened. */
  const depths = new Map<number, number>()
  const seen = new Set<number>()
  const keep = new Set<number>()
  parts.forEach((part, index) => {
    if (part.type === 'text') return void keep.add(index)
    const pair = codes.get(part.id)?.close !== undefined
    if (!codes.has(part.id) || (part.type === 'single') === pair) return
    if (part.type === 'close') {
      const at = depths.get(part.id)
      depths.delete(part.id)
      // Its start was inside of a pair that has ended.
      const start = at === undefined ? undefined : open[at]
      if (start === undefined || (parts[start] as { id: number }).id !== part.id) return
      keep.add(start).add(index)
      open.length = at!
    } else if (!seen.has(part.id)) {
      seen.add(part.id)
      if (part.type === 'single') keep.add(index)
      else depths.set(part.id, open.push(index) - 1)
    }
  })
  return parts.filter((_, index) => keep.has(index))
}

/** Whether known codes come in the order of their numbers and nest, as in most translations. */
function areInOrder(parts: readonly TextPart[], codes: ReadonlyMap<number, Code>): boolean {
  const open: number[] = []
  let last = 0
  for (const part of parts) {
    if (part.type === 'text') continue
    if (part.type === 'close') {
      if (open.pop() !== part.id) return false
      continue
    }
    const code = codes.get(part.id)
    if (!code || part.id <= last || (part.type === 'single') !== (code.close === undefined)) return false
    last = part.id
    if (part.type === 'open') open.push(part.id)
  }
  return open.length === 0
}

/** With every code that belongs to another directly after it, unless it holds that. The runs are a ring, in which a stretch is moved in constant time. */
function attached(parts: TextPart[], codes: readonly Code[]): TextPart[] {
  if (codes.every(({ after }) => after === undefined)) return parts
  const ring = parts.length
  const next = Array.from({ length: ring + 1 }, (_, at) => (at === ring ? 0 : at + 1))
  const before = Array.from({ length: ring + 1 }, (_, at) => (at === 0 ? ring : at - 1))
  const link = (from: number, to: number) => {
    next[from] = to
    before[to] = from
  }
  const spans = new Map<number, { first: number; last: number }>()
  parts.forEach((part, at) => {
    if (part.type === 'close') spans.get(part.id)!.last = at
    else if (part.type !== 'text') spans.set(part.id, { first: at, last: at })
  })
  for (const { id, after } of codes) {
    const own = spans.get(id)
    const owner = after === undefined ? undefined : spans.get(after)
    if (!own || !owner || before[own.first] === owner.last) continue
    let inside = own.first
    while (inside !== own.last && inside !== owner.first) inside = next[inside]!
    if (inside === owner.first) continue
    link(before[own.first]!, next[own.last]!)
    link(own.last, next[owner.last]!)
    link(owner.last, own.first)
  }
  const ordered: TextPart[] = []
  for (let at = next[ring]!; at !== ring; at = next[at]!) ordered.push(parts[at]!)
  return ordered
}

/** With nothing but words in pairs that hold plain text only: codes in them come after them. */
function emptied(parts: TextPart[], codes: ReadonlyMap<number, Code>): TextPart[] {
  const isPlain = (part: TextPart) => part.type !== 'text' && part.type !== 'single' && codes.get(part.id)!.plain === true
  const ordered: TextPart[] = []
  const moved: TextPart[] = []
  let outermost: number | null = null
  for (const part of parts) {
    if (outermost === null || part.type === 'text') {
      if (part.type === 'open' && isPlain(part)) outermost = part.id
      ordered.push(part)
    } else if (part.type === 'close' && part.id === outermost) {
      ordered.push(part)
      for (const code of moved.splice(0)) ordered.push(code)
      outermost = null
    } else if (!isPlain(part)) moved.push(part)
    else if (part.type === 'open') moved.push(part, { type: 'close', id: part.id })
  }
  return ordered
}
