import { compareCodes } from '../document/codes.js'
import { hashBytes, hashWording } from '../document/hash.js'
import type { Code } from '../document/unit.js'
import type { Format } from '../formats/format.js'
import { formatFor } from '../formats/readDocument.js'
import { unsayable, writeDocument, type Edit } from '../formats/writeDocument.js'
import { noCounts, type Counts } from '../workflow/progress.js'
import type { Status } from '../workflow/status.js'
import type { Report } from './report.js'

/** Which translations an export uses: those that are approved, or also those that wait for approval. Stale and rejected ones never. */
export type ExportContent = 'approved' | 'all'

/** Why the source stands in place of a translation: its status, or that its codes do not fit, or that the document's encoding lacks a character. */
export type FallbackReason = Exclude<Status, 'approved'> | 'codes' | 'encoding'

/** A unit as the store knows it: see store/exports.ts. */
interface KnownUnit {
  unitId: number
  position: number
  start: number
  end: number
  /** JSON. */
  codes: string
  context: string
  source: string
  sourceHash: string
  words: number
  status: Status
  target: string | null
}

export interface ExportInput {
  bytes: Uint8Array
  format: string
  /** JSON arrays of `KnownUnit`, in order. */
  units: string[]
  content: ExportContent
}

export interface ExportedUnit {
  id: string
  position: number
  status: Status
  exported: 'translation' | 'source'
  reason?: FallbackReason
  sourceSha256: string
  targetSha256: string | null
}

export interface Exported {
  bytes: Uint8Array
  sha256: string
  counts: Counts
  units: ExportedUnit[]
}

interface Candidate {
  unit: KnownUnit
  edit: Edit | null
  reason?: FallbackReason
}

/** Writes a localized document. It never fails for want of a translation: the source stands where there is none that can be used, and the unit says why. */
export function exportDocument({ bytes, format: id, units: pages, content }: ExportInput, report: Report): Exported {
  const format = formatFor({ format: id }, bytes)
  const known = pages.flatMap((page) => JSON.parse(page) as KnownUnit[])
  report.progress('exporting', 0, known.length)
  const chosen = known.map((unit) => choose(unit, content))
  const { written, candidates } = write(bytes, format, chosen)
  report.progress('exporting', known.length, known.length)
  const counts = noCounts()
  for (const { status, words } of known) {
    counts[status].units++
    counts[status].words += words
  }
  return { bytes: written, sha256: hashBytes(written), counts, units: candidates.map(toManifest) }
}

function choose(unit: KnownUnit, content: ExportContent): Candidate {
  const { status, target, source, start, end, context } = unit
  if (target === null || (status !== 'approved' && (content === 'approved' || status !== 'translated')))
    return { unit, edit: null, reason: status === 'approved' ? 'missing' : status }
  const codes = JSON.parse(unit.codes) as Code[]
  if (compareCodes(source, target, codes).length > 0) return { unit, edit: null, reason: 'codes' }
  return { unit, edit: { start, end, codes, context, target } }
}

/** Where a character cannot be said in the document's encoding, those units that need it stay as they were. */
function write(bytes: Uint8Array, format: Format, candidates: Candidate[]): { written: Uint8Array; candidates: Candidate[] } {
  const edits = (of: Candidate[]) => of.flatMap(({ edit }) => edit ?? [])
  try {
    return { written: writeDocument(bytes, format, edits(candidates)), candidates }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    const lost = unsayable(bytes, format, edits(candidates))
    const sayable = candidates.map((candidate) => (candidate.edit && lost.has(candidate.edit) ? { ...candidate, edit: null, reason: 'encoding' as const } : candidate))
    return { written: writeDocument(bytes, format, edits(sayable)), candidates: sayable }
  }
}

const toManifest = ({ unit, edit, reason }: Candidate): ExportedUnit => ({
  id: String(unit.unitId),
  position: unit.position,
  status: unit.status,
  exported: edit ? 'translation' : 'source',
  ...(reason && { reason }),
  sourceSha256: unit.sourceHash,
  targetSha256: unit.target === null ? null : hashWording(unit.target),
})
