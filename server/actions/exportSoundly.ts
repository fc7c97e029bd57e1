import { setImmediate } from 'node:timers/promises'
import { Refusal } from '../errors.js'
import { readBlob } from '../store/blobs.js'
import type { Reader } from '../store/database.js'
import { findDocument } from '../store/documents.js'
import { findDocumentHead, type DocumentHead } from '../store/documentHead.js'
import { readEarlierTranslations, readExportUnits } from '../store/exports.js'
import { findRevision, type RevisionRecord } from '../store/revisions.js'
import type { ExportContent, Exported, ExportInput } from '../work/exportDocument.js'
import type { LongWork } from './writeRevision.js'

/** The current revision of a document. */
export interface Source {
  head: DocumentHead
  revision: RevisionRecord
  format: string
  bytes: Uint8Array
}

export async function loadSource(db: Reader, documentId: number): Promise<Source> {
  const [head, document] = [await findDocumentHead(db, { document: documentId }), await findDocument(db, documentId)]
  if (!head || !document) throw new Refusal('not-found')
  const revision = await findRevision(db, head.revisionId)
  return { head, revision, format: document.format, bytes: await readBlob(db, revision.sha256) }
}

const pageRows = 500

/** Where a translation would break the document, an earlier one takes its place if there is one that does not. */
export async function exportSoundly(
  db: Reader,
  { head, revision, format, bytes }: Source,
  { locale, content, also }: { locale: string; content: ExportContent; also?: ExportInput['also'] },
  long: LongWork,
): Promise<Exported> {
  const options = { ...revision.options, format, locale: head.sourceLocale }
  const input = { bytes, options, units: await readPages(db, head, revision, locale, long), content, checks: head.checks, locale, links: head.links, also }
  const exported = await long.work.run('exportDocument', input, long)
  if (exported.broken.length === 0) return exported
  const earlier = await readEarlierTranslations(db, head, locale, exported.broken, content === 'approved')
  return Object.values(earlier).some((texts) => texts.length > 0) ? long.work.run('exportDocument', { ...input, earlier }, long) : exported
}

async function readPages(db: Reader, head: DocumentHead, revision: RevisionRecord, locale: string, { signal }: LongWork): Promise<string[]> {
  const pages: string[] = []
  for (let from = 0; from < revision.units; from += pageRows) {
    if (signal?.aborted) throw new Refusal('cancelled')
    pages.push(JSON.stringify(await readExportUnits(db, head, locale, from, pageRows)))
    await setImmediate()
  }
  return pages
}
