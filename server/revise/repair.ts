import { compareCodes, renumberCodes } from '../document/codes.js'
import { foldSpace } from '../document/similarity.js'
import { align } from './align.js'
import { matchCodes, type Coded } from './bitext/sourceCodes.js'
import { changesBetween, terms, type Term } from './changes.js'
import type { AlignableUnit } from './link.js'
import { followCodes } from './repair/followCodes.js'
import { Patch } from './repair/patch.js'

export interface RepairOptions {
  from: string
  to: string
  /** Cuts a text of the source into sentences, or of the translation; joined, they give it back. */
  cut?: { source: (text: string) => string[]; target: (text: string) => string[] }
  /** What is known to translate words of the source: from terms, or from a memory. */
  recall?: (words: string) => readonly string[]
}

/** Why a translation is repaired, or need not be: `unchanged` where no translation shows the change. */
export const repairReasons = ['number', 'date', 'url', 'name', 'code', 'punctuation', 'sentence', 'unchanged'] as const

/** What was done to the translation because of one change of the source. */
export interface RepairStep {
  reason: (typeof repairReasons)[number]
  before: string
  after: string
  /** The new number may want another form of the words around it. */
  plural?: true
}

/** A translation of a former source as it could be for the new one: the smallest change of it that follows what changed. */
export interface Repair {
  text: string
  steps: RepairStep[]
}

/** Proposes a translation of `after` from one of `before`; null where a change cannot be followed for certain. */
export function repair(before: Coded, after: Coded, translation: string, options: RepairOptions): Repair | null {
  const { source, target } = inNewCodes(before, after, translation)
  const sentences = sentencesOf(source, after.text, target, options)
  const found = sentences ? bySentence(sentences, options) : wordByWord(source, after.text, target, options)
  return found && compareCodes(after.text, found.text).length === 0 ? found : null
}

/** The former source and its translation with the numbers of the new source's codes; codes that it does not have get higher ones. */
function inNewCodes(before: Coded, after: Coded, translation: string): { source: string; target: string } {
  const numbers = matchCodes(after.codes, before.codes)
  const beyond = Math.max(0, ...after.codes.map(({ id }) => id))
  const renumber = (text: string): string => renumberCodes(text, (id) => numbers.get(id) ?? beyond + id)
  return { source: renumber(before.text), target: renumber(translation) }
}

interface Sentences {
  old: string[]
  now: string[]
  target: string[]
}

/** The sentences of all three texts, where the translation has as many as its source and there are several. */
function sentencesOf(before: string, after: string, translation: string, { cut }: RepairOptions): Sentences | null {
  if (!cut) return null
  const found = { old: cut.source(before).map(foldSpace), now: cut.source(after).map(foldSpace), target: cut.target(translation) }
  return found.old.length === found.target.length && found.old.length + found.now.length > 2 ? found : null
}

/** Follows each changed sentence; an added one must be known, a removed one goes. */
function bySentence({ old, now, target }: Sentences, options: RepairOptions): Repair | null {
  const pieces: string[] = []
  const steps: RepairStep[] = []
  const isSpaced = target.slice(0, -1).every((piece) => /\s$/u.test(piece))
  for (const {
    kind,
    old: [from = -1],
    new: [to = -1],
  } of align(old.map(asUnit), now.map(asUnit))) {
    const [before = '', after = '', piece = ''] = [old[from], now[to], target[from]?.trim()]
    if (kind === 'same') pieces.push(piece)
    else if (kind === 'removed') steps.push({ reason: 'sentence', before, after })
    else {
      const known = kind === 'added' ? options.recall?.(after)[0] : undefined
      const found =
        kind === 'edited' ? wordByWord(before, after, piece, options) : known === undefined ? null : { text: known, steps: [{ reason: 'sentence' as const, before, after }] }
      if (!found) return null
      pieces.push(found.text)
      steps.push(...found.steps)
    }
  }
  return { text: pieces.join(isSpaced ? ' ' : ''), steps }
}

const asUnit = (text: string): AlignableUnit => ({ text, kind: 'paragraph', level: 0, path: [], key: null })

function wordByWord(before: string, after: string, translation: string, options: RepairOptions): Repair | null {
  const isWord = ({ kind }: Term): boolean => kind !== 'code'
  const [old, now] = [terms(foldSpace(before)).filter(isWord), terms(foldSpace(after)).filter(isWord)]
  const changes = changesBetween(old, now)
  if (!changes) return null
  const patch = new Patch(old, now.at(-1), translation, options)
  if (!changes.every((change) => patch.follow(change)) || !followCodes(patch, before, after, translation)) return null
  const text = patch.text()
  return text === null ? null : { text, steps: patch.steps }
}
