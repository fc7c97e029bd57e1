import type { Reader, Writer } from './database.js'

export interface NewComment {
  unitId: number
  locale: string | null
  parentId: number | null
  authorId: number
  body: string
}

const comments = (db: Reader) =>
  db
    .selectFrom('comment')
    .innerJoin('account', 'account.id', 'comment.author_id')
    .select([
      'comment.id',
      'comment.unit_id as unitId',
      'comment.parent_id as parentId',
      'comment.locale',
      'comment.author_id as authorId',
      'account.name as authorName',
      'comment.body',
      'comment.created_at as createdAt',
      'comment.resolved_at as resolvedAt',
    ])

export type CommentFacts = NonNullable<Awaited<ReturnType<typeof findComment>>>

export const findComment = (db: Reader, id: number) => comments(db).where('comment.id', '=', id).executeTakeFirst()

/** Comments on a unit that concern a locale or all, oldest first. */
export const listComments = (db: Reader, unitId: number, locale: string) =>
  comments(db)
    .where('comment.unit_id', '=', unitId)
    .where((where) => where.or([where('comment.locale', 'is', null), where('comment.locale', '=', locale)]))
    .orderBy('comment.id')
    .execute()

export async function insertComment(db: Writer, it: NewComment): Promise<CommentFacts> {
  const { id } = await db
    .insertInto('comment')
    .values({
      unit_id: it.unitId,
      locale: it.locale,
      parent_id: it.parentId,
      author_id: it.authorId,
      body: it.body,
      created_at: new Date().toISOString(),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return comments(db).where('comment.id', '=', id).executeTakeFirstOrThrow()
}

/** Closes a thread (its first comment), or opens it again. */
export async function setResolved(db: Writer, id: number, by: number | null): Promise<CommentFacts> {
  await db
    .updateTable('comment')
    .set({ resolved_at: by === null ? null : new Date().toISOString(), resolved_by: by })
    .where('id', '=', id)
    .execute()
  return comments(db).where('comment.id', '=', id).executeTakeFirstOrThrow()
}

/** How many threads of a unit are open: those of a locale, and of all. */
export async function openThreadsOf(db: Reader, unitId: number, locale: string | null): Promise<number> {
  const { open } = await db
    .selectFrom('comment')
    .where('unit_id', '=', unitId)
    .where('parent_id', 'is', null)
    .where('resolved_at', 'is', null)
    .where((where) => where.or([where('locale', 'is', null), where('locale', '=', locale)]))
    .select(({ fn }) => fn.countAll<number>().as('open'))
    .executeTakeFirstOrThrow()
  return open
}
