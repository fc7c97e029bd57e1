import type { AnswerOf } from '../contract/index.js'
import { Refusal } from '../errors.js'
import type { Reader } from '../store/database.js'
import { fallbackReasons, type ExportContent, type ExportedUnit } from '../work/exportDocument.js'
import { isPage, pageTooLarge, type RenderedPage } from '../work/renderPage.js'
import { baseName, localizedName } from './exportDocument.js'
import { exportSoundly, loadSource } from './exportSoundly.js'
import type { LongWork } from './writeRevision.js'

type Preview = AnswerOf<'GET /documents/:document/locales/:locale/preview'>
type Fallbacks = AnswerOf<'GET /documents/:document/locales/:locale/fallbacks'>
type Differences = AnswerOf<'GET /documents/:document/locales/:locale/differences'>

interface Localized {
  documentId: number
  locale: string
  content: ExportContent
}

/** The localized document as it would be exported, unit by unit beside the source. */
export async function previewExport(db: Reader, { documentId, ...target }: Localized, long: LongWork): Promise<Preview> {
  const source = await loadSource(db, documentId)
  const { manifest, texts = [], checked } = await exportSoundly(db, source, { ...target, also: ['manifest', 'texts'] }, long)
  const { head, format } = source
  return {
    ...{ project: head.projectSlug, documentId, path: head.path, format, revision: head.revision, sourceLocale: head.sourceLocale, checked, page: isPage(format) },
    units: manifest!.units.map((unit, at) => ({ unitId: Number(unit.id), ...standing(unit), ...texts[at]! })),
  }
}

/** Longest time that making a page of a document may take, in ms. */
const pageTime = 10_000

/** The document as it would be exported, or its source, as a browser shows it. Refuses `page-unavailable` where the format has no pages, and `page-too-large`. */
export async function renderExport(
  db: Reader,
  { documentId, side, ...target }: Localized & { side: 'source' | 'localized' },
  long: LongWork,
): Promise<RenderedPage & { name: string }> {
  const source = await loadSource(db, documentId)
  const { head, format } = source
  if (!isPage(format)) throw new Refusal('page-unavailable')
  const [bytes, locale, name] =
    side === 'source'
      ? [source.bytes, head.sourceLocale, baseName(head.path)]
      : [(await exportSoundly(db, source, target, long)).bytes, target.locale, localizedName(head.path, target.locale)]
  const late = AbortSignal.timeout(pageTime)
  try {
    const signal = long.signal ? AbortSignal.any([long.signal, late]) : late
    return { ...(await long.work.run('renderPage', { bytes, format, locale }, { signal })), name }
  } catch (error) {
    throw late.aborted ? pageTooLarge(format) : error
  }
}

/** Units whose translation an export leaves out although its status would let it in, and why. */
export async function listFallbacks(db: Reader, { documentId, ...target }: Localized, long: LongWork): Promise<Fallbacks> {
  const { manifest } = await exportSoundly(db, await loadSource(db, documentId), { ...target, also: ['manifest'] }, long)
  return {
    fallbacks: manifest!.units.flatMap((unit) => (isFallback(unit) ? [{ unitId: Number(unit.id), position: unit.position, exported: unit.exported, reason: unit.reason }] : [])),
  }
}

/** Where the bytes of the export are others than those of the source: some of the places, in order. */
export async function listDifferences(db: Reader, { documentId, from, count, ...target }: Localized & { from: number; count: number }, long: LongWork): Promise<Differences> {
  const source = await loadSource(db, documentId)
  const { hunks = [], manifest, bytes } = await exportSoundly(db, source, { ...target, also: ['manifest', 'hunks'] }, long)
  const positions = new Map(manifest!.units.map(({ id, position }) => [id, position]))
  const shown = hunks.slice(from, from + count).map(({ unitId, ...hunk }) => ({ ...hunk, unitId: unitId && Number(unitId), position: (unitId && positions.get(unitId)) ?? null }))
  const next = from + count < hunks.length ? from + count : null
  return { total: hunks.length, sourceBytes: source.bytes.length, exportBytes: bytes.length, hunks: shown as Differences['hunks'], next }
}

const standing = ({ position, status, exported, reason }: ExportedUnit) => ({ position, status, exported, reason: reason ?? null })

const isFallback = (unit: ExportedUnit): unit is ExportedUnit & { reason: Fallbacks['fallbacks'][number]['reason'] } => fallbackReasons.some((reason) => reason === unit.reason)
