import { BacktickRuns } from '../markdown/backtickRuns.js'
import { JsxScanner } from './jsx.js'

/** What readers may see of an MDX document from `start` on without running it: its Markdown, without tags, expressions, imports and exports. Code stays. */
export function withoutJsx(text: string, start: number): string {
  const scanner = new JsxScanner(text)
  const runs = new BacktickRuns(text)
  const kept: string[] = []
  let from = start
  const drop = (at: number, end: number): number => {
    kept.push(text.slice(from, at))
    return (from = end)
  }
  for (let at = start; at < text.length;) {
    const lineBegins = at === start || text[at - 1] === '\n'
    const character = text[at]!
    const moduleEnd = lineBegins && (character === 'i' || character === 'e') ? scanner.module(at) : -1
    if (moduleEnd > at) at = drop(at, moduleEnd)
    else if (character === '`') at = codeEnd(text, at, runs)
    else if (character === '~' && lineBegins) at = fenceEnd(text, at)
    else if (character === '\\') at += 2
    else {
      const end = character === '<' ? (scanner.tag(at)?.end ?? -1) : scanner.expression(at)
      at = end === -1 ? at + 1 : drop(at, end)
    }
  }
  return kept.join('') + text.slice(from)
}

/** Where the code ends that a run of backticks begins, between lines as in them; where none closes it, the run alone. */
function codeEnd(text: string, at: number, runs: BacktickRuns): number {
  let end = at
  while (text[end] === '`') end++
  const close = runs.next(end - at, end)
  return close === -1 ? end : close + end - at
}

const fence = /~~~+[^\n]*\n/y

function fenceEnd(text: string, at: number): number {
  fence.lastIndex = at
  if (!fence.test(text)) return at + 1
  const close = text.indexOf('\n~~~', fence.lastIndex - 1)
  return close === -1 ? text.length : close + 4
}
