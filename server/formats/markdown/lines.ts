import { attributesAt } from './extensions.js'
import type { Range } from './leaf.js'

/** The text of a heading that begins with `#`, or that is underlined: without its marks and attributes. */
export function headingText(text: string, start: number, end: number, underlined = false): (Range & { level: number }) | null {
  let from = start
  while (!underlined && from - start <= 6 && text[from] === '#') from++
  const level = from - start
  if (!underlined && (level === 0 || level > 6 || (from < end && !isSpace(text[from]!)))) return null
  while (from < end && isSpace(text[from]!)) from++
  let to = trimEnd(text, from, end)
  if (!underlined) {
    let marks = to
    while (marks > from && text[marks - 1] === '#') marks--
    if (marks === from || (marks < to && isSpace(text[marks - 1]!))) to = trimEnd(text, from, marks)
  }
  return { level, start: from, end: withoutAttributes(text, from, to) }
}

const isSpace = (character: string): boolean => character === ' ' || character === '\t' || character === '\n'

/** Where a stretch ends without the white space at its end. */
export function trimEnd(text: string, start: number, end: number): number {
  let to = end
  while (to > start && isSpace(text[to - 1]!)) to--
  return to
}

/** `{#id .class}` at the end of a heading is none of its text. */
function withoutAttributes(text: string, start: number, end: number): number {
  if (text[end - 1] !== '}') return end
  const open = text.lastIndexOf('{', end)
  if (open < start || (open > start && text[open - 1] === '\\') || attributesAt(text, open)?.end !== end) return end
  return trimEnd(text, start, open)
}

/** -1 for a line of three or more of one of `*`, `-` and `_`, else where it stops to be one. */
export function ruleBreak(text: string, start: number, end: number): number {
  const character = text[start]!
  if (!'*-_'.includes(character)) return start
  let count = 0
  for (let at = start; at < end; at++)
    if (text[at] === character) count++
    else if (!isSpace(text[at]!)) return at
  return count >= 3 ? -1 : end
}

/** A line of `=` or `-` alone. */
export function isUnderline(text: string, start: number, end: number): boolean {
  if (text[start] !== '=' && text[start] !== '-') return false
  let at = start
  while (at < end && text[at] === text[start]) at++
  while (at < end && isSpace(text[at]!)) at++
  return at === end
}

const directive = /^(:{2,})[ \t]*(?:\{[^{}]*\}|[A-Za-z][\w-]*)?/
const quoteKind = /^\[![A-Za-z]+\][-+]?(?=[ \t]|$)/
const abbreviation = /^\*\[[^\]]+\]:/

/** A line that says something about the lines around it, and where its text stands, which may be empty. `quoted`: whether it stands in a quote. */
export function oneLiner(text: string, start: number, end: number, quoted: boolean): Range | null {
  const line = text.slice(start, end)
  const first = line[0]!
  if (first === ':') return directiveTitle(text, start, end)
  // `{: .class}`: attributes of the block beside it.
  if (first === '{') return /^\{:[^{}]*\}[ \t]*$/.test(line) ? { start: end, end } : null
  // `[!NOTE]` tells the kind of a quote on GitHub, with a title behind it in Obsidian.
  const before = first === '*' ? abbreviation.exec(line) : first === '[' && quoted ? quoteKind.exec(line) : null
  return before && trimmed(text, start + before[0].length, end)
}

/** A directive, `:::note Title`, `:::note[Title]{.class}`, `::: {.class}`, its end, `:::`, or one without content, `::youtube[Title]{#id}`. */
function directiveTitle(text: string, start: number, end: number): Range | null {
  const match = directive.exec(text.slice(start, end))
  if (!match) return null
  const [before, colons] = match as unknown as [string, string]
  const rest = trimmed(text, start + before.length, withoutBraces(text, start + before.length, end))
  if (rest.start === rest.end) return rest
  if (text[rest.start] === '[' && text[rest.end - 1] === ']') return { start: rest.start + 1, end: rest.end - 1 }
  if (colons.length < 3 || before.endsWith(':') || rest.start === start + before.length) return null
  // A fence may be drawn on both sides: `::: warning :::`.
  return /^:+$/.test(text.slice(rest.start, rest.end)) ? { start: end, end } : rest
}

function withoutBraces(text: string, start: number, end: number): number {
  const to = trimEnd(text, start, end)
  const open = text[to - 1] === '}' ? text.lastIndexOf('{', to) : -1
  return open >= start ? open : to
}

function trimmed(text: string, start: number, end: number): Range {
  let from = start
  while (from < end && isSpace(text[from]!)) from++
  return { start: from, end: trimEnd(text, from, end) }
}
