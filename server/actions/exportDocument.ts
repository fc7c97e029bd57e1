import { Refusal } from '../errors.js'
import type { Database, Reader } from '../store/database.js'
import { findDocument, listDocuments } from '../store/documents.js'
import { findProject, type ProjectRecord } from '../store/projects.js'
import type { ExportContent, ExportedUnit, FindingCounts } from '../work/exportDocument.js'
import type { ZipEntry } from '../work/zipFiles.js'
import { may, type Actor } from '../workflow/permissions.js'
import type { Counts } from '../workflow/progress.js'
import { exportSoundly, loadSource, type Source } from './exportSoundly.js'
import type { LongWork } from './writeRevision.js'

/** What an export contains, and from what it was made. */
export interface ExportManifest {
  /** Version of this description. */
  stele: string
  project: string
  document: string
  locale: string
  revision: number
  content: ExportContent
  exportedAt: string
  sourceSha256: string
  sha256: string
  file: string
  counts: Counts
  /** How much checks find in the translations that stand in it, by check. */
  findings: FindingCounts
  /** Whether the document was read again and compared with its source; false where the source reads differently than when it was imported. */
  checked: boolean
  units: ExportedUnit[]
}

export interface ExportedDocument {
  /** `statement.fr.md` */
  name: string
  format: string
  bytes: Uint8Array
}

interface Target {
  documentId: number
  locale: string
  content: ExportContent
}

/** The localized document. What lacks a usable translation stays in the source language. */
export async function exportDocument(db: Database, actor: Actor, input: Target, long: LongWork): Promise<ExportedDocument> {
  const { source, name } = await loadExport(db, actor, input)
  const { bytes } = await exportSoundly(db.read, source, input, long)
  return { name, format: source.format, bytes }
}

/** What stands in the localized document. */
export async function describeExport(db: Database, actor: Actor, input: Target, long: LongWork): Promise<ExportManifest> {
  const { source, name } = await loadExport(db, actor, input)
  return (await localize(db.read, source, { ...input, file: name }, long)).manifest
}

async function loadExport(db: Database, actor: Actor, { documentId, locale }: Target): Promise<{ source: Source; name: string }> {
  const project = await findProjectOf(db.read, actor, documentId)
  if (!project.locales.includes(locale)) throw new Refusal('not-found')
  const source = await loadSource(db.read, documentId)
  return { source, name: localizedName(source.head.path, locale) }
}

/** A document in all languages, or all documents of a project that are not archived, as a zip: `<locale>/<path>` with a manifest beside each. */
export async function exportAll(
  db: Database,
  actor: Actor,
  input: ({ documentId: number } | { projectId: number }) & { content: ExportContent },
  long: LongWork,
): Promise<{ name: string; bytes: Uint8Array }> {
  const project = 'projectId' in input ? await findExportable(db.read, actor, input.projectId) : await findProjectOf(db.read, actor, input.documentId)
  const documents = 'projectId' in input ? (await listDocuments(db.read, project.id)).filter((document) => document.archivedAt === null).map(({ id }) => id) : [input.documentId]
  const files: ZipEntry[] = []
  for (const documentId of documents) {
    const source = await loadSource(db.read, documentId)
    for (const locale of project.locales) {
      const file = `${locale}/${source.head.path}`
      const { bytes, manifest } = await localize(db.read, source, { documentId, locale, content: input.content, file }, long)
      files.push({ name: file, bytes }, { name: `${file}.manifest.json`, bytes: Buffer.from(JSON.stringify(manifest, null, 1)) })
    }
  }
  const name = 'projectId' in input ? project.slug : baseName(files[0]?.name ?? project.slug)
  return { name: `${name}.zip`, bytes: await long.work.run('zipFiles', { files }, long) }
}

async function findProjectOf(db: Reader, actor: Actor, documentId: number): Promise<ProjectRecord> {
  const document = await findDocument(db, documentId)
  if (!document) throw new Refusal('not-found')
  return findExportable(db, actor, document.projectId)
}

async function findExportable(db: Reader, actor: Actor, projectId: number): Promise<ProjectRecord> {
  const project = await findProject(db, projectId)
  if (!project) throw new Refusal('not-found')
  if (!may(actor, 'project:export', { projectId })) throw new Refusal('forbidden')
  return project
}

async function localize(db: Reader, source: Source, target: Target & { file: string }, long: LongWork) {
  const { head, revision } = source
  const { locale, content, file } = target
  const { bytes, manifest, checked } = await exportSoundly(db, source, { ...target, also: ['manifest'] }, long)
  const { sha256, counts, units, findings } = manifest!
  const description: ExportManifest = {
    stele: '1',
    project: head.projectSlug,
    document: head.path,
    ...{ locale, revision: head.revision, content },
    exportedAt: new Date().toISOString(),
    sourceSha256: revision.sha256,
    ...{ sha256, file, counts, findings, checked, units },
  }
  return { bytes, manifest: description }
}

export const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1)

/** `rights/statement.md` in French → `statement.fr.md` */
export function localizedName(path: string, locale: string): string {
  const name = baseName(path)
  const dot = name.lastIndexOf('.')
  return dot > 0 ? `${name.slice(0, dot)}.${locale}${name.slice(dot)}` : `${name}.${locale}`
}
