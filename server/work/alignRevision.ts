import { type Code, type UnitKind } from '../document/unit.js'
import { wordDiff, type DiffPart } from '../document/diff.js'
import { align } from '../revise/align.js'
import { alignByRange } from '../revise/alignByRange.js'
import type { Link, LinkKind } from '../revise/link.js'
import { grade, type Grade } from '../revise/grade.js'
import type { Report } from './report.js'
import { prepare, type Prepared, type Unread } from './prepareRows.js'

/** A unit of a revision that the store knows. */
export interface KnownUnit {
  position: number
  unitId: number
  wordingId: number
  hash: string
  text: string
  start: number
  end: number
  kind: UnitKind
  level: number
  key: string | null
  /** JSON. */
  path: string
  /** JSON. */
  codes: string
}

export interface ChangeSide {
  position: number
  unitId: number | null
  text: string
  kind: UnitKind
  level: number
}

export interface RevisionChange {
  kind: LinkKind
  old: ChangeSide[]
  new: ChangeSide[]
  similarity: number
  grade: Grade
  diff: DiffPart[] | null
}

export type ChangeSummary = Record<LinkKind, number>

export interface Comparison {
  summary: ChangeSummary
  /** Everything but unchanged units, in the order of the new version, removals where they stood. */
  changes: RevisionChange[]
}

/** What becomes of a unit's identity at one position of the new version. */
export interface Placement {
  /** The unit that goes on here; null where a new one is needed. */
  unitId: number | null
  /** Where a new unit comes from. */
  derivedFrom: number | null
  /** What the unit said before, where it goes on with another wording. */
  earlierWordingId: number | null
  hash: string
  words: number
}

export interface RevisionPlan extends Prepared, Comparison {
  placements: Placement[]
}

interface ComparedUnit {
  position: number
  unitId: number | null
  hash: string
  text: string
  start: number
  end: number
  kind: UnitKind
  level: number
  key: string | null
  path: string[]
  codes: Code[]
}

export interface RevisionInput extends Unread {
  /** The current revision: JSON arrays of `KnownUnit`, in order. */
  old: string[]
  /** The units that these very bytes had in an earlier revision: they come back as they were. */
  earlier: number[] | null
  /** The current revision has these very bytes, read in another way. */
  sameBytes: boolean
}

/** Reads a new version and says how its units continue those of the current one. */
export function alignRevision({ old, earlier, sameBytes, ...unread }: RevisionInput, report: Report): RevisionPlan {
  const { prepared, rows } = prepare(unread, report)
  const before = parseKnown(old)
  const now = rows.map((row, position) => ({ ...row, position, unitId: null }))
  report.progress('aligning', 0, now.length)
  const links = sameBytes ? alignByRange(before, now) : align(before, now)
  const placements = earlier?.length === now.length ? comeBack(before, now, earlier) : place(before, now, links)
  const placed = now.map((unit, position) => ({ ...unit, unitId: placements[position]?.unitId ?? null }))
  report.progress('aligning', now.length, now.length)
  const words = rows.map((row) => row.words)
  return { ...prepared, ...describe(before, placed, links, unread.locale), placements: placements.map((one, position) => ({ ...one, words: words[position] ?? 0 })) }
}

/** How one revision became another, both as the store knows them. */
export function compareRevisions(input: { old: string[]; new: string[]; locale: string }, report: Report): Comparison {
  const before = parseKnown(input.old)
  const now = parseKnown(input.new)
  report.progress('aligning', 0, now.length)
  return describe(before, now, align(before, now), input.locale)
}

interface ParsedUnit extends ComparedUnit {
  unitId: number
  wordingId: number
}

const parseKnown = (pages: readonly string[]): ParsedUnit[] =>
  pages.flatMap((page) => (JSON.parse(page) as KnownUnit[]).map((unit) => ({ ...unit, path: JSON.parse(unit.path) as string[], codes: JSON.parse(unit.codes) as Code[] })))

type Placed = Omit<Placement, 'words'>

/** A unit goes on over edits and moves; of a split the first piece, of a merge the first unit. */
function place(before: readonly ParsedUnit[], now: readonly ComparedUnit[], links: readonly Link[]): Placed[] {
  const placed: Placed[] = now.map(({ hash }) => ({ unitId: null, derivedFrom: null, earlierWordingId: null, hash }))
  for (const link of links) {
    const old = before[link.old[0] ?? -1]
    if (!old) continue
    link.new.forEach((position, piece) => {
      const one = placed[position]
      if (!one) return
      if (piece > 0) one.derivedFrom = old.unitId
      else placed[position] = { ...one, unitId: old.unitId, earlierWordingId: old.hash === one.hash ? null : old.wordingId }
    })
  }
  return placed
}

function comeBack(before: readonly ParsedUnit[], now: readonly ComparedUnit[], earlier: readonly number[]): Placed[] {
  const known = new Map(before.map((unit) => [unit.unitId, unit]))
  return now.map(({ hash }, position) => {
    const unitId = earlier[position] ?? null
    const old = unitId === null ? undefined : known.get(unitId)
    return { unitId, derivedFrom: null, earlierWordingId: old && old.hash !== hash ? old.wordingId : null, hash }
  })
}

function describe(before: readonly ComparedUnit[], now: readonly ComparedUnit[], links: readonly Link[], locale: string): Comparison {
  const summary: ChangeSummary = { same: 0, edited: 0, moved: 0, split: 0, merged: 0, added: 0, removed: 0 }
  const changes: RevisionChange[] = []
  for (const link of links) {
    summary[link.kind]++
    const old = link.old.flatMap((index) => before[index] ?? [])
    const next = link.new.flatMap((index) => now[index] ?? [])
    const change = { kind: link.kind, old: old.map(toSide), new: next.map(toSide), similarity: link.similarity, ...judge(old, next, locale) }
    if (change.kind !== 'same' || change.grade.level !== 'none') changes.push(change)
  }
  return { summary, changes }
}

const toSide = ({ position, unitId, text, kind, level }: ComparedUnit): ChangeSide => ({ position, unitId, text, kind, level })

function judge(old: readonly ComparedUnit[], next: readonly ComparedUnit[], locale: string): Pick<RevisionChange, 'grade' | 'diff'> {
  if (old.length === 0 || next.length === 0) return { grade: { level: 'major', reasons: [] }, diff: null }
  const before = joined(old)
  const after = joined(next)
  const unchanged = before.text === after.text
  if (unchanged && JSON.stringify(before.codes) === JSON.stringify(after.codes)) return { grade: { level: 'none', reasons: [] }, diff: null }
  return { grade: grade(before, after), diff: unchanged ? null : wordDiff(before.text, after.text, locale) }
}

/** What was split or merged is compared as one text; its codes count where it is one unit. */
const joined = (units: readonly ComparedUnit[]) => ({ text: units.map((unit) => unit.text).join(' '), codes: units.length === 1 ? units[0]?.codes : undefined })
