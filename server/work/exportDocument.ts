import { checkIds, type CheckId } from '../checks/check.js'
import { findingsOf } from '../checks/index.js'
import type { CheckSettings } from '../checks/settings.js'
import { compareCodes } from '../document/codes.js'
import { cueOf } from '../document/cue.js'
import { hashBytes, hashWording } from '../document/hash.js'
import { direction } from '../document/language.js'
import { linkFor, type LinkRule } from '../document/linkRules.js'
import type { Code, UnitKind } from '../document/unit.js'
import { breaksAround } from '../formats/breaksAround.js'
import type { SourceUnit } from '../formats/meant.js'
import { openParts } from '../formats/openParts.js'
import { placedParts } from '../formats/parts.js'
import { formatFor, type ReadOptions } from '../formats/readDocument.js'
import { unsayable } from '../formats/writeDocument.js'
import { hunksOf, type Hunk } from './hunks.js'
import { writeFaithfully, type SourceDocument } from '../formats/writeFaithfully.js'
import { noCounts, type Counts } from '../workflow/progress.js'
import type { Status } from '../workflow/status.js'
import type { Report } from './report.js'

/** Which translations an export uses: those that are approved, or also those that wait for approval. Stale and rejected ones never. */
export type ExportContent = 'approved' | 'all'

/** Why a translation does not stand in an export: its status, or that its codes do not fit, that the document's encoding lacks a character, or that it would change the document's structure. */
export type FallbackReason = Exclude<Status, 'approved'> | (typeof fallbackReasons)[number]

/** Why a translation is left out whatever its status. */
export const fallbackReasons = ['codes', 'encoding', 'structure'] as const

/** A unit as the store knows it: see store/exports.ts. */
interface KnownUnit {
  unitId: number
  position: number
  start: number
  end: number
  kind: UnitKind
  level: number
  key: string | null
  /** JSON. */
  codes: string
  context: string
  source: string
  words: number
  status: Status
  target: string | null
}

export interface ExportInput {
  bytes: Uint8Array
  /** As the revision was read. */
  options: ReadOptions & { format: string }
  /** JSON arrays of `KnownUnit`, in order. */
  units: string[]
  content: ExportContent
  checks: CheckSettings
  locale: string
  links: readonly LinkRule[]
  /** Of units whose translation is known to break the document: earlier ones, the best first. */
  earlier?: Record<number, string[]>
  /** What else to answer: what stands where and what checks find, the units' texts, or where bytes differ. */
  also?: readonly ('manifest' | 'texts' | 'hunks')[]
}

export interface ExportedUnit {
  id: string
  position: number
  status: Status
  /** `earlier`: the current translation would break the document, and one before it does not. */
  exported: 'translation' | 'earlier' | 'source'
  reason?: FallbackReason
  sourceSha256: string
  /** Of the translation that stands there; of the current one where the source does. */
  targetSha256: string | null
}

export interface Exported {
  bytes: Uint8Array
  /** Units whose translation would break the document. */
  broken: number[]
  /** False where the source reads differently by now, so that the document could not be compared with it. */
  checked: boolean
  manifest?: UnitManifest
  texts?: LocalizedText[]
  hunks?: Hunk[]
}

/** What stands in an export. */
export interface UnitManifest {
  sha256: string
  counts: Counts
  units: ExportedUnit[]
  /** How much checks find in the translations that stand in it, by check. */
  findings: FindingCounts
}

/** A unit as it stands in the localized document. */
export interface LocalizedText extends Pick<KnownUnit, 'kind' | 'level' | 'key' | 'source'> {
  text: string
  codes: Code[]
}

export type FindingCounts = Partial<Record<CheckId, number>>

interface Candidate {
  unit: KnownUnit
  target: string | null
  reason?: FallbackReason
}

/** Writes a localized document that reads as its source does. It never fails for what a translation lacks or breaks: an earlier one or the source stands there, and the unit says why. */
export function exportDocument({ bytes, options, units: pages, content, checks, locale, links, earlier = {}, also = [] }: ExportInput, report: Report): Exported {
  const known = pages.flatMap((page) => JSON.parse(page) as KnownUnit[])
  report.progress('exporting', 0, known.length)
  const localisation = { locale, direction: direction(locale), link: linkFor(links, locale) }
  const document = { bytes, format: formatFor(options, bytes), units: known.map(toSource), options, localisation }
  const chosen = known.map((unit, at) => choose(unit, document.units[at]!.codes, content))
  const { written, candidates, checked } = write(document, replaceBroken(document, chosen, earlier))
  report.progress('exporting', known.length, known.length)
  const broken = candidates.flatMap(({ unit: { unitId }, reason }) => (reason === 'structure' ? [unitId] : []))
  const answers = {
    ...(also.includes('manifest') && { manifest: describe(written, candidates, document.units, checks) }),
    ...(also.includes('texts') && { texts: candidates.map((one, at) => toText(one, document.units[at]!)) }),
    ...(also.includes('hunks') && { hunks: differences(document, candidates) }),
  }
  return { bytes: written, broken, checked, ...answers }
}

function describe(written: Uint8Array, candidates: readonly Candidate[], units: readonly SourceUnit[], checks: CheckSettings): UnitManifest {
  const counts = noCounts()
  for (const { unit } of candidates) {
    counts[unit.status].units++
    counts[unit.status].words += unit.words
  }
  return { sha256: hashBytes(written), counts, units: candidates.map(toManifest), findings: countFindings(candidates, units, checks) }
}

/** A translation whose codes do not fit is left out before anything is counted. */
const counted = checkIds.filter((id) => id !== 'codes')

function countFindings(candidates: readonly Candidate[], units: readonly SourceUnit[], checks: CheckSettings): FindingCounts {
  const counts: FindingCounts = {}
  candidates.forEach(({ unit: { source, context }, target }, at) => {
    if (target === null) return
    const { codes } = units[at]!
    for (const { check } of findingsOf({ source, target, codes, cue: cueOf(context) }, checks, counted)) counts[check] = (counts[check] ?? 0) + 1
  })
  return counts
}

const none: Code[] = []

const toSource = ({ source, codes, start, end, context, kind, level, key }: KnownUnit): SourceUnit => ({
  ...{ start, end, context, kind, level, key },
  text: source,
  codes: codes === '[]' ? none : (JSON.parse(codes) as Code[]),
})

function choose(unit: KnownUnit, codes: readonly Code[], content: ExportContent): Candidate {
  const { status, target, source } = unit
  if (target === null || (status !== 'approved' && (content === 'approved' || status !== 'translated')))
    return { unit, target: null, reason: status === 'approved' ? 'missing' : status }
  return compareCodes(source, target, codes).length > 0 ? { unit, target: null, reason: 'codes' } : { unit, target }
}

/** Puts the first earlier translation that does no harm in the place of one that is known to. */
function replaceBroken({ bytes, format, units, options }: SourceDocument, candidates: Candidate[], earlier: Record<number, string[]>): Candidate[] {
  const place = openParts(placedParts(bytes, format))
  return candidates.map((candidate, at) => {
    const { unitId, source } = candidate.unit
    const texts = earlier[unitId]
    const unit = units[at]!
    const here = texts && place(unit)
    if (!here) return candidate
    const harmless = (text: string) => compareCodes(source, text, unit.codes).length === 0 && breaksAround(here.part, format, options, here.unit, text) === false
    return { ...candidate, target: texts.find(harmless) ?? null, reason: 'structure' }
  })
}

/** Writes what can be said in the document's encoding and leaves its structure as it was. */
function write(document: SourceDocument, candidates: Candidate[]): { written: Uint8Array; candidates: Candidate[]; checked: boolean } {
  const attempt = (some: Candidate[]) => {
    const targets = some.map(({ target }) => target)
    const { bytes, broken, checked } = writeFaithfully(document, targets)
    return { written: bytes, checked, candidates: some.map((one, at) => (broken.has(at) ? { ...one, target: null, reason: 'structure' as const } : one)) }
  }
  try {
    return attempt(candidates)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    const edits = candidates.map(({ target }, at) => (target === null ? null : { ...document.units[at]!, target }))
    const lost = unsayable(
      document.bytes,
      document.format,
      edits.filter((edit) => edit !== null),
    )
    return attempt(candidates.map((one, at) => (edits[at] && lost.has(edits[at]) ? { ...one, target: null, reason: 'encoding' as const } : one)))
  }
}

const toText = ({ target }: Candidate, { kind, level, key, text, codes }: SourceUnit): LocalizedText => ({
  kind,
  level,
  key,
  source: text,
  text: target ?? text,
  codes: [...codes],
})

function differences({ bytes, format, units, localisation }: SourceDocument, candidates: Candidate[]): Hunk[] {
  const edits = candidates.flatMap(({ unit, target }, at) => (target === null ? [] : [{ ...units[at]!, target, unitId: String(unit.unitId) }]))
  return hunksOf(bytes, format, edits, localisation)
}

const toManifest = ({ unit, target, reason }: Candidate): ExportedUnit => ({
  id: String(unit.unitId),
  position: unit.position,
  status: unit.status,
  exported: target === null ? 'source' : reason ? 'earlier' : 'translation',
  ...(reason && { reason }),
  sourceSha256: hashWording(unit.source),
  targetSha256: hashOf(target ?? unit.target),
})

const hashOf = (text: string | null): string | null => (text === null ? null : hashWording(text))
