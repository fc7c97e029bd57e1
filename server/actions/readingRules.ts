import { decodeSource } from '../document/source.js'
import { Refusal } from '../errors.js'
import { itsFault } from '../formats/xml/itsFault.js'
import type { ReadOptions } from '../formats/readDocument.js'
import { readBlob } from '../store/blobs.js'
import { listBreakRules } from '../store/breakRules.js'
import type { Reader } from '../store/database.js'
import type { ProjectRecord } from '../store/projects.js'
import { isUploaded } from '../store/uploads.js'
import type { WorkPool } from '../work/pool.js'
import { readingOptions, type FormatRule, type ReadingOptions } from '../workflow/settings.js'

/** How a document is read: what is kept with its revision, and what the reader is told. */
export interface ReadingRules {
  options: ReadingOptions
  reader: ReadOptions
}

/** How the document at a path of a project is read by its settings, and cut where people decided so. */
export async function readingRules(db: Reader, project: ProjectRecord, path: string, documentId?: number): Promise<ReadingRules> {
  const breaks = documentId === undefined ? [] : await listBreakRules(db, documentId)
  return rulesFrom(db, project, path, { ...readingOptions(project.settings, path), ...(breaks.length > 0 && { breaks }) })
}

/** How it is read with these options, such as those of a revision. */
export async function rulesFrom(db: Reader, project: ProjectRecord, path: string, options: ReadingOptions): Promise<ReadingRules> {
  const srx = options.srx === undefined ? undefined : await readText(db, options.srx)
  return { options, reader: { ...options, path, locale: project.sourceLocale, srx } }
}

/** Refuses SRX files that are new and were never sent to the project (`upload-unknown`) or that cannot be used (`srx-invalid`, with the file's name), and files of ITS rules that cannot (`its-invalid`). */
export async function checkFormatRules(db: Reader, project: ProjectRecord, rules: readonly FormatRule[], work: WorkPool): Promise<void> {
  checkItsRules(rules)
  const known = new Set(project.settings.formatRules.map(({ srx }) => srx?.sha256))
  for (const { srx } of rules) {
    if (!srx || known.has(srx.sha256)) continue
    if (!(await isUploaded(db, project.id, srx.sha256))) throw new Refusal('upload-unknown')
    try {
      await work.run('checkSrx', { text: await readText(db, srx.sha256) })
    } catch (error) {
      if (error instanceof Refusal && error.code === 'srx-invalid') throw new Refusal('srx-invalid', { ...error.details, file: srx.name })
      throw error
    }
    known.add(srx.sha256)
  }
}

/** Refuses files of ITS rules that cannot be used (`its-invalid`, with the file's name and line). */
export function checkItsRules(rules: readonly FormatRule[]): void {
  for (const { its } of rules) {
    const fault = its && itsFault(its.text)
    if (fault) throw new Refusal('its-invalid', { ...fault, file: its.name })
  }
}

async function readText(db: Reader, sha256: string): Promise<string> {
  const source = decodeSource(await readBlob(db, sha256))
  if ('text' in source) return source.text
  const { fault, ...details } = source
  throw new Refusal(fault, details)
}
