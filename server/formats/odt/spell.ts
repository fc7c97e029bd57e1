import { spellAround } from '../codeText.js'
import type { Code } from '../../document/unit.js'
import { spellXml } from '../../xml/characters.js'
import { spellPreserved } from '../xml/words.js'

/** A paragraph's text: white space that would fold or vanish is written as elements. `prefix` is that of the document's names of text: `text:`. */
export const spellOdf = (target: string, codes: readonly Code[], prefix: string): string =>
  spellAround(target, codes, (words, edges, plain) => (plain ? spellPreserved(words, edges) : spellRun(words, edges, prefix)))

function spellRun(words: string, edges: { start: boolean; end: boolean }, prefix: string): string {
  return words
    .split(/(\t|\n|(?<= ) +|^ +| +$)/)
    .map((part, at, parts) => {
      if (part === '\t') return `<${prefix}tab/>`
      if (part === '\n') return `<${prefix}line-break/>`
      if (at % 2 === 0) return spellXml(part)
      // A single space at the edge of a run is a space, but where the paragraph ends there.
      const edge = (edges.start && at === 1 && parts[0] === '') || (edges.end && at === parts.length - 2 && parts[at + 1] === '')
      return part === ' ' && !edge && !parts[at - 1]?.endsWith(' ') ? part : spacesOf(part.length, prefix)
    })
    .join('')
}

const spacesOf = (count: number, prefix: string): string => (count === 1 ? `<${prefix}s/>` : `<${prefix}s ${prefix}c="${count}"/>`)
