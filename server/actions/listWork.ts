import type { AnswerOf } from '../contract/index.js'
import type { Reader } from '../store/database.js'
import { fromJson } from '../store/json.js'
import { listProjects } from '../store/projects.js'
import type { ProjectSettings } from '../workflow/settings.js'
import { listActivity } from '../store/events.js'
import { countAwaiting, countOwnRejected, listDocumentProgress, type DocumentProgress } from '../store/work.js'
import { assignmentOf } from '../workflow/assignments.js'
import { may, type Actor } from '../workflow/permissions.js'

type Work = AnswerOf<'GET /work'>
type Item = Work['items'][number]

/** How many events a person is shown. */
const recentEvents = 30

/** What waits for a person, rejections of their own translations first, and what happened lately in the projects that they see. */
export async function listWork(db: Reader, actor: Actor): Promise<Work> {
  const projects = (await listProjects(db, 'all')).filter((project) => project.archivedAt === null && may(actor, 'project:view', { projectId: project.id }))
  const progress = await listDocumentProgress(
    db,
    projects.map((project) => project.id),
  )
  const found: { item: Item; ownRejected: number }[] = []
  for (const row of progress) {
    const work = await workOn(db, actor, row)
    if (work) found.push(work)
  }
  found.sort((one, other) => Number(other.ownRejected > 0) - Number(one.ownRejected > 0))
  return { items: found.map(({ item }) => item), recent: await recentActivity(db, projects) }
}

async function workOn(db: Reader, actor: Actor, row: DocumentProgress): Promise<{ item: Item; ownRejected: number } | null> {
  const { locale, projectId, revisionId } = row
  const { translates, reviews } = assignmentOf(actor, projectId, locale)
  if (revisionId === null) return null
  const desk = { head: { projectId, revisionId, ...(fromJson(row.settings) as ProjectSettings) }, locale, accountId: actor.accountId }
  const toReview = reviews && row.translated_units > 0 ? await countAwaiting(db, desk) : { units: 0, words: 0 }
  const ownRejected = translates && row.rejected_units > 0 ? (await countOwnRejected(db, desk)).units : 0
  const item = {
    ...{ project: row.project, projectName: row.projectName, documentId: row.document_id, documentPath: row.documentPath, documentTitle: row.documentTitle, locale },
    toTranslate: translates ? row.missing_units : 0,
    stale: translates ? row.stale_units : 0,
    rejected: translates ? row.rejected_units : 0,
    toReview: toReview.units,
    words: (translates ? row.missing_words + row.stale_words + row.rejected_words : 0) + toReview.words,
  }
  return item.toTranslate + item.stale + item.rejected + item.toReview === 0 ? null : { item, ownRejected }
}

async function recentActivity(db: Reader, projects: readonly { id: number; slug: string; name: string }[]): Promise<Work['recent']> {
  const lists = await Promise.all(
    projects.map(async (project) => {
      const { events } = await listActivity(db, project.id, { limit: recentEvents })
      return events.map((event) => ({ ...event, project: project.slug, projectName: project.name }))
    }),
  )
  return lists
    .flat()
    .sort((one, other) => other.id - one.id)
    .slice(0, recentEvents)
}
