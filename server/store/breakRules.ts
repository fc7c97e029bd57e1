import { inOneOrder, type BreakRule } from '../document/breakRule.js'
import type { Reader, Writer } from './database.js'

/** The rules that stand for a document, in one order. */
export async function listBreakRules(db: Reader, documentId: number): Promise<BreakRule[]> {
  return inOneOrder(await standing(db, documentId).select(['kind', 'before', 'after']).execute())
}

/** Withdraws the rules that are not among these, and makes those that do not stand yet. */
export async function changeBreakRules(db: Writer, documentId: number, rules: readonly BreakRule[], accountId: number): Promise<void> {
  const now = new Date().toISOString()
  const wanted = new Map(rules.map((rule) => [keyOf(rule), rule]))
  for (const { id, ...rule } of await standing(db, documentId).select(['id', 'kind', 'before', 'after']).execute()) {
    if (wanted.delete(keyOf(rule))) continue
    await db
      .updateTable('break_rule')
      .set({ withdrawn_by: accountId || null, withdrawn_at: now })
      .where('id', '=', id)
      .execute()
  }
  for (const rule of wanted.values())
    await db
      .insertInto('break_rule')
      .values({ document_id: documentId, ...rule, decided_by: accountId || null, decided_at: now })
      .execute()
}

const standing = (db: Reader, documentId: number) => db.selectFrom('break_rule').where('document_id', '=', documentId).where('withdrawn_at', 'is', null)

const keyOf = ({ kind, before, after }: BreakRule): string => JSON.stringify([kind, before, after])
