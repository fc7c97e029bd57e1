import { Refusal } from '../errors.js'
import type { Reader } from '../store/database.js'
import { findDocumentHead, type DocumentHead } from '../store/documentHead.js'
import { readUnit, type UnitFacts } from '../store/unitRows.js'
import { may, type Actor, type Permission } from '../workflow/permissions.js'

export interface OpenUnit {
  head: DocumentHead
  facts: UnitFacts
  locale: string
}

/** A unit of a current revision, to be changed in a locale. Refuses `not-found`, `forbidden`, and `locale-unknown` or `document-archived` where nothing can change. */
export async function openUnit(db: Reader, actor: Actor, permission: Permission, { unitId, locale }: { unitId: number; locale: string }): Promise<OpenUnit> {
  const head = await openDocument(db, actor, permission, { unit: unitId }, locale)
  const facts = await readUnit(db, head, locale, unitId)
  if (!facts) throw new Refusal('not-found')
  return { head, facts, locale }
}

/** A document to be changed (in a locale): refuses as `openUnit` does. */
export async function openDocument(db: Reader, actor: Actor, permission: Permission, by: { document: number } | { unit: number }, locale?: string): Promise<DocumentHead> {
  const head = await findDocumentHead(db, by, locale)
  if (!head || !may(actor, 'project:view', { projectId: head.projectId })) throw new Refusal('not-found')
  if (!may(actor, permission, { projectId: head.projectId, locale })) throw new Refusal('forbidden')
  if (locale !== undefined && !head.isTarget) throw new Refusal('locale-unknown', { locale })
  if (head.archived) throw new Refusal('document-archived')
  return head
}
