import type { CodeType } from '../../document/codeType.js'
import { isBlank, spellAtom, type Atom, type Item, type Tags } from './items.js'

const isLink = (instruction: string): boolean => /^\s*HYPERLINK\b/i.test(instruction)

const isForm = (instruction: string): boolean => /^\s*FORMTEXT\b/i.test(instruction)

/** The code of a field whose result is words of the author, not of the program: of a link, or of a form's field for text. */
export const codeOfField = (instruction: string): 'link' | 'field' | undefined => (isLink(instruction) ? 'link' : isForm(instruction) ? 'field' : undefined)

/** The address that a hyperlink's instruction names: `HYPERLINK "https://example.org/" \l "part"`. */
const addressOf = (instruction: string): string => {
  const [address, anchor] = [/^\s*HYPERLINK\s+"([^"]*)"/i.exec(instruction)?.[1] ?? '', /\\l\s+"([^"]*)"/.exec(instruction)?.[1]]
  return anchor === undefined ? address : `${address}#${anchor}`
}

export const labelOfField = (code: CodeType, instruction: string): string => (code === 'link' ? addressOf(instruction) : instruction.trim())

/** Fields in fields that Word itself allows. */
const deepest = 20

/**
 * Complex fields, which consist of marks in runs: a hyperlink, or a field of a form that was filled in, becomes a pair around its text, any other one code.
 * A field that begins or ends in another paragraph (a table of contents) leaves its marks, and its result is text.
 */
export function joinFields(text: string, items: readonly Item[], tags: Tags): Item[] {
  const found: Item[] = []
  const begun: { at: number; depth: number; separate: number; instruction: string }[] = []
  let depth = 0
  for (const [index, item] of items.entries()) {
    if (item.type === 'open') depth++
    if (item.type === 'close') depth--
    if (item.type === 'barrier') begun.length = 0
    while (begun.length > 0 && begun.at(-1)!.depth > depth) begun.pop()
    const around = begun.at(-1)
    found.push(item)
    if (item.type !== 'atom' || item.field === undefined) continue
    if (item.field === 'begin' && begun.length < deepest) begun.push({ at: found.length - 1, depth, separate: -1, instruction: '' })
    else if (around && item.field === 'instruction' && around.separate === -1) around.instruction += item.label ?? ''
    else if (around && item.field === 'separate' && around.depth === depth) around.separate = found.length - 1
    else if (around && item.field === 'end' && around.depth === depth) {
      begun.pop()
      const inside = found.splice(around.at)
      const [before, after] = [found.at(-1), items[index + 1]]
      for (const part of joined(text, inside, { ...around, before, after }, tags)) found.push(part)
    }
  }
  return joinLooseMarks(found)
}

interface Field {
  at: number
  separate: number
  instruction: string
  before: Item | undefined
  after: Item | undefined
}

function joined(text: string, items: readonly Item[], { at, separate, instruction, before, after }: Field, tags: Tags): readonly Item[] {
  const [begin, end] = [items[0] as Atom, items.at(-1) as Atom]
  const mark = items[separate - at] as Atom | undefined
  const [from, to] = mark ? [leftOf(begin, before), rightOf(mark, items[separate - at + 1])] : []
  const [endFrom, endTo] = [leftOf(end, items.at(-2)), rightOf(end, after)]
  const words = mark && items.slice(separate - at).some((item) => item.type === 'text' && !isBlank(item))
  const code = codeOfField(instruction)
  if (!words || !code || from === undefined || to === undefined || endFrom === undefined || endTo === undefined)
    return [{ type: 'atom', code: 'field', label: instruction.trim().slice(0, 200), start: begin.start, end: end.end, first: begin.first, last: end.last }]
  return [
    { type: 'open', code, label: labelOfField(code, instruction), start: from, end: to, raw: spellAtom(text, { ...begin, end: mark.end }, tags) },
    ...items.slice(separate - at + 1, -1),
    { type: 'close', start: endFrom, end: endTo, raw: spellAtom(text, end, tags) },
  ]
}

/** Where an atom's side of its run begins: there, or at the end of the words before it. Undefined where something else stands in between. */
function leftOf({ start, first: run }: Atom, before: Item | undefined): number | undefined {
  if (start === run!.first) return run!.start
  return before?.type === 'text' && before.run === run ? before.end : undefined
}

function rightOf({ end, last: run }: Atom, after: Item | undefined): number | undefined {
  if (end === run!.last) return run!.end
  return after?.type === 'text' && after.run === run ? after.start : undefined
}

/** What is left of fields over several paragraphs: begin, instruction and separator as one code, that at an edge is no part of the text. */
function joinLooseMarks(items: readonly Item[]): Item[] {
  const found: Item[] = []
  for (const item of items) {
    const before = found.at(-1)
    if (item.type !== 'atom' || item.field === undefined) found.push(item)
    else if (before?.type === 'atom' && before.field !== undefined && before.field !== 'end' && item.field !== 'begin')
      found[found.length - 1] = { ...before, field: item.field, end: item.end, last: item.last, label: `${before.label ?? ''}${item.label ?? ''}` }
    else found.push({ ...item, loose: true })
  }
  return found
}
