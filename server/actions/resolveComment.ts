import type { Comment } from '../contract/unit.js'
import { Refusal } from '../errors.js'
import { findComment, setResolved } from '../store/comments.js'
import type { Database } from '../store/database.js'
import { recordEvent } from '../store/events.js'
import type { Actor } from '../workflow/permissions.js'
import { comment, threadMessages } from './addComment.js'
import { openDocument } from './openUnit.js'

/** Resolves the thread that a comment belongs to, or opens it again; answers the comment that started the thread. */
export function resolveComment(db: Database, actor: Actor, input: { commentId: number; resolved: boolean }): Promise<Comment> {
  return db.write(async (db, publish) => {
    const named = await findComment(db, input.commentId)
    if (!named) throw new Refusal('not-found')
    const head = await openDocument(db, actor, 'project:comment', { unit: named.unitId })
    const thread = named.parentId === null ? named : await findComment(db, named.parentId)
    if (!thread) throw new Refusal('not-found')
    if ((thread.resolvedAt !== null) === input.resolved) return comment(thread)
    const facts = await setResolved(db, thread.id, input.resolved ? actor.accountId : null)
    await recordEvent(db, {
      kind: input.resolved ? 'comment.resolved' : 'comment.reopened',
      ...{ actorId: actor.accountId, projectId: head.projectId, documentId: head.documentId, unitId: facts.unitId, locale: facts.locale },
      payload: { commentId: facts.id },
    })
    for (const message of await threadMessages(db, head, facts)) publish(message)
    return comment(facts)
  })
}
