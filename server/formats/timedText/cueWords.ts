import { parseText, serializeText } from '../../document/codes.js'
import type { Code } from '../../document/unit.js'
import { spellings } from '../codeText.js'

/** A run of words as its cue can hold it. `first`, `last`: whether the cue begins or ends with it. */
export type SayWords = (words: string, at: { first: boolean; last: boolean }) => string

/** A translation without what a cue cannot hold: white space around it, and what `say` leaves out. */
export function sayableCue(target: string, say: SayWords): string {
  const parts = parseText(target)
  return serializeText(parts.map((part, index) => (part.type === 'text' ? { ...part, text: trimmed(part.text, index, parts.length, say) } : part)))
}

/** A translation for its cue; `spell` writes words as the format does. */
export function spellCue(target: string, codes: readonly Code[], say: SayWords, spell: (words: string) => string = (words) => words): string {
  const runs = spellings(target, codes)
  return runs.map((run, index) => (run.type === 'text' ? spell(trimmed(run.text, index, runs.length, say)) : run.raw)).join('')
}

function trimmed(words: string, index: number, count: number, say: SayWords): string {
  const at = { first: index === 0, last: index === count - 1 }
  let said = words.replace(/\r\n?/g, '\n')
  if (at.first) said = said.replace(/^[ \t\n\f]+/, '')
  if (at.last) said = said.slice(0, said.length - trailing(said))
  return say(said, at)
}

function trailing(words: string): number {
  let end = words.length
  while (end > 0 && ' \t\n\f'.includes(words[end - 1]!)) end--
  return words.length - end
}
