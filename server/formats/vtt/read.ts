import type { CodeType } from '../../document/codeType.js'
import { decodeHTML } from 'entities'
import type { Block } from '../../document/block.js'
import { contextOf } from '../../document/cue.js'
import type { Problem } from '../../document/unit.js'
import type { FormatReading } from '../format.js'
import { cuePieces, type Mark } from '../timedText/cuePieces.js'
import { linesOf, type Line } from '../timedText/lines.js'
import { readTimes } from '../timedText/times.js'

const arrow = '-->'
const mark = /<(?:(\d[\d:.]*)|(\/?)([A-Za-z]*)((?:\.[^\s<>&.]*)*)(?:[ \t\n]([^<>]*))?)>|&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{0,31});?/g

/** Finds the cues as the standard's parser does: blocks of lines, told apart by blank lines and by their times. */
export function readVtt(text: string): FormatReading {
  const lines = linesOf(text)
  const blocks: Block[] = []
  const problems: Problem[] = []
  const warn = ({ start, end }: { start: number; end: number }, code: string, message: string) => problems.push({ code, message, severity: 'warning', start, end })
  let at = 0
  if (/^WEBVTT(?:[ \t]|$)/.test(lines[0]!.text)) while (isFilled(lines[at])) at++
  else warn(lines[0]!, 'no-header', 'The first line is not WEBVTT; browsers will not show these captions.')
  let note: string | null = null
  let off = false
  while (at < lines.length) {
    if (lines[at]!.text === '') {
      at++
      continue
    }
    const end = blockEnd(lines, at)
    const block = lines.slice(at, end)
    at = end
    const times = block.findIndex((line) => line.text.includes(arrow))
    if (times === -1) {
      note = noteOf(block)
      if (note !== null && /^translate:o(?:n|ff)$/.test(note)) {
        off = note === 'translate:off'
        note = null
      } else if (note === null && !/^(?:STYLE|REGION)\s*$/.test(block[0]!.text))
        warn({ start: block[0]!.start, end: block.at(-1)!.end }, 'outside-cue', 'This text stands in no cue, so it is not shown; it stays as it is.')
      continue
    }
    const cue = readTimes(block[times]!.text)
    if (cue === null) warn(block[times]!, 'cue-times', 'The times of this cue cannot be read.')
    const first = block[times + 1]
    if (first && !off)
      blocks.push({
        pieces: cuePieces(text, first.start, block.at(-1)!.end, mark, markOf),
        kind: 'caption',
        level: 0,
        path: [],
        key: times === 1 ? nameOf(block[0]!.text) : null,
        note,
        context: contextOf(cue),
        whole: true,
      })
    note = null
  }
  return { blocks, problems }
}

const isFilled = (line: Line | undefined): boolean => line !== undefined && line.text !== '' && !line.text.includes(arrow)

/** A block ends at a blank line, or where the times of the next cue stand: https://www.w3.org/TR/webvtt1/#collect-a-webvtt-block */
function blockEnd(lines: readonly Line[], start: number): number {
  let timed = false
  for (let at = start; at < lines.length; at++) {
    const { text } = lines[at]!
    if (text === '') return at
    if (!text.includes(arrow)) continue
    if (timed || at > start + 1) return at
    timed = true
  }
  return lines.length
}

/** What a comment says. */
function noteOf([first, ...more]: readonly Line[]): string | null {
  const note = /^NOTE(?:[ \t]+(.*))?$/.exec(first!.text)
  return note && [note[1] ?? '', ...more.map(({ text }) => text)].join('\n').trim()
}

/** An identifier that only counts names nothing: the next version counts anew. */
const nameOf = (identifier: string): string | null => (/^\d*$/.test(identifier.trim()) ? null : identifier.trim())

const types: Record<string, CodeType> = { b: 'strong', i: 'emphasis', u: 'underline', c: 'class', v: 'speaker', lang: 'language', ruby: 'ruby', rt: 'ruby-text' }

function markOf([whole, time, closing, name, classes, annotation]: RegExpMatchArray): Mark {
  if (whole[0] === '&') return { type: 'text', text: decodeHTML(whole) }
  if (time !== undefined) return { type: 'single', code: 'time', label: time }
  const code = types[name!] ?? 'tag'
  const label = code === 'tag' ? name! : (annotation?.replace(/\s+/g, ' ').trim() || classes!.slice(1)).slice(0, 200)
  return { type: closing ? 'close' : 'open', name: name!, code, label }
}
