import type { Database, Writer } from '../store/database.js'
import { insertAccount } from '../store/accounts.js'
import { findDocumentHead } from '../store/documentHead.js'
import { addRoles } from '../store/memberships.js'
import { listProjects } from '../store/projects.js'
import { readUnitFacts, type UnitFacts } from '../store/unitRows.js'
import type { WorkPool } from '../work/pool.js'
import type { Actor, ProjectRole } from '../workflow/permissions.js'
import { addComment } from './addComment.js'
import { confirmStillValid } from './confirmStillValid.js'
import { createProject } from './createProject.js'
import { declarationCodes, pairDeclarations, readDeclaration, reviseDeclaration } from './declarations.js'
import { importDocument } from './importDocument.js'
import { operator } from './operator.js'
import { previewRevision } from './previewRevision.js'
import { publishRevision } from './publishRevision.js'
import { reviewTranslations } from './reviewTranslations.js'
import { saveTranslation } from './saveTranslation.js'

/** How far each language is when the source changes: shares of the units that are translated and of those that are approved. */
interface Plan {
  translator: string
  translated: number
  approved: number
  /** Translators and reviewers followed the change of the source already. */
  finished?: true
  /** Texts that were sent back, by position. */
  rejected?: { position: number; note: string }[]
}

const plans: Record<keyof typeof declarationCodes, Plan> = {
  ar: { translator: 'Amina Haddad', translated: 1, approved: 0.7 },
  de: {
    translator: 'Jonas Keller',
    translated: 1,
    approved: 0.3,
    rejected: [
      { position: 40, note: 'Please use the wording of the official German edition of 1948 here.' },
      { position: 52, note: 'The second half of the sentence is hard to read aloud. Can it become two sentences?' },
      { position: 61, note: 'We write “Person”, not “Mensch”, wherever the source says “everyone”. See the style guide.' },
    ],
  },
  es: { translator: 'Lucía Ortega', translated: 1, approved: 1, finished: true },
  fr: { translator: 'Claire Dubois', translated: 1, approved: 1 },
  he: { translator: 'Noa Levi', translated: 0.6, approved: 0.4 },
  hi: { translator: 'Priya Sharma', translated: 1, approved: 1 },
  ja: { translator: 'Haruka Sato', translated: 0.5, approved: 0.2 },
  'pt-BR': { translator: 'Rafael Lima', translated: 1, approved: 1, finished: true },
  ru: { translator: 'Olga Ivanova', translated: 1, approved: 0.5 },
  sw: { translator: 'Baraka Mwangi', translated: 0.1, approved: 0 },
  'zh-Hans': { translator: 'Chen Wei', translated: 0.35, approved: 0 },
}

interface Stage {
  db: Database
  documentId: number
  manager: Actor
  reviewer: Actor
  translators: Record<string, Actor>
}

/**
 * Makes a project to look at, in which every status and most events occur: a declaration in English with eleven languages, and a second revision of its source.
 * Its people have no passwords. Answers the project's id; null, and nothing is made, where there is a project already.
 */
export async function createDemonstration(db: Database, { work }: { work: WorkPool }): Promise<number | null> {
  if ((await listProjects(db.read, 'all')).length > 0) return null
  const english = readDeclaration('eng')
  const locales = Object.keys(plans)
  const { id: projectId } = await createProject(db, operator, { name: 'Universal Declaration of Human Rights', slug: 'declaration', sourceLocale: 'en', locales })
  const people = await db.write((db) => enrolPeople(db, projectId))
  const file = { projectId, path: 'universal-declaration.html', content: { text: english }, message: 'As adopted in 1948' }
  const { documentId } = await importDocument(db, people.manager, file, { work })
  const stage: Stage = { db, documentId, ...people }
  await Promise.all(locales.map((locale) => translate(stage, locale, pairDeclarations(english, readDeclaration(declarationCodes[locale] ?? '')))))
  await comment(stage)
  await revise(stage, work, reviseDeclaration(english))
  await Promise.all(locales.filter((locale) => plans[locale]?.finished).map((locale) => followRevision(stage, locale)))
  return projectId
}

async function enrolPeople(db: Writer, projectId: number): Promise<Omit<Stage, 'db' | 'documentId'>> {
  const enrol = async (name: string, role: ProjectRole, locale: string | null): Promise<Actor> => {
    const email = `${name
      .normalize('NFKD')
      .replace(/\P{ASCII}/gu, '')
      .toLowerCase()
      .replace(' ', '.')}@demo.example`
    const accountId = await insertAccount(db, { email, name, passwordHash: null, siteRole: 'member' })
    await addRoles(db, accountId, [{ projectId, role, locale }])
    return { accountId, siteRole: 'member', memberships: [{ projectId, role, locale }] }
  }
  const translators: Record<string, Actor> = {}
  for (const [locale, { translator }] of Object.entries(plans)) translators[locale] = await enrol(translator, 'translator', locale)
  return { translators, manager: await enrol('Maya Lindqvist', 'manager', null), reviewer: await enrol('Daniel Okafor', 'reviewer', null) }
}

async function translate(stage: Stage, locale: string, texts: (string | null)[]): Promise<void> {
  const { db, documentId, reviewer } = stage
  const plan = plans[locale]
  const translator = stage.translators[locale]
  if (!plan || !translator) return
  const units = await readUnits(db, documentId, locale)
  const start = units.slice(0, Math.round(units.length * plan.translated))
  const rows = await Promise.all(
    start.flatMap(({ unitId, position, wordingId }) => {
      const text = texts[position]
      return text ? [saveTranslation(db, translator, { unitId, locale, text, wordingId, version: 0, origin: 'human' })] : []
    }),
  )
  const sentBack = new Map(plan.rejected?.map(({ position, note }) => [position, note]))
  const items = rows.map((row) => ({ position: row.position, unitId: row.unitId, translationId: row.target.translationId ?? 0 }))
  const approved = items.filter(({ position }) => position < units.length * plan.approved && !sentBack.has(position))
  if (approved.length > 0) await reviewTranslations(db, reviewer, { documentId, locale, kind: 'approve', note: '', category: null, items: approved })
  for (const item of items) {
    const note = sentBack.get(item.position)
    if (note) await reviewTranslations(db, reviewer, { documentId, locale, kind: 'reject', note, category: 'style', items: [item] })
  }
}

async function comment({ db, documentId, reviewer, translators, manager }: Stage): Promise<void> {
  const units = await readUnits(db, documentId, 'de')
  const unit = (position: number) => units[position]?.unitId ?? 0
  const { de, ja } = translators
  if (!de || !ja) return
  const question = await addComment(db, de, { unitId: unit(52), locale: 'de', parentId: null, body: 'Two sentences would change the rhythm of the article. Does anybody mind?' })
  await addComment(db, reviewer, { unitId: unit(52), locale: 'de', parentId: question.id, body: 'Not at all, as long as the numbering stays.' })
  await addComment(db, ja, { unitId: unit(14), locale: null, parentId: null, body: 'Is “brotherhood” meant literally here, or should we avoid the gendered word?' })
  await addComment(db, manager, { unitId: unit(14), locale: null, parentId: null, body: 'The next version of the source avoids it.' })
}

/** A changed spelling leaves the meaning as it was. */
async function revise({ db, documentId, manager }: Stage, work: WorkPool, text: string): Promise<void> {
  const { base, upload, changes } = await previewRevision(db, manager, { documentId, content: { text } }, { work })
  const keep = changes.filter(({ kind, grade }) => kind === 'edited' && grade.reasons.every((reason) => reason === 'spelling' || reason === 'punctuation'))
  const positions = keep.flatMap((change) => change.new.map((side) => side.position))
  await publishRevision(db, manager, { documentId, base, content: { upload }, keep: positions, message: 'Plain words for our readers' }, { work })
}

/** Brings a language up to date: confirms what is still right, divides what was divided, has all of it approved. */
async function followRevision({ db, documentId, reviewer, translators }: Stage, locale: string): Promise<void> {
  const translator = translators[locale]
  if (!translator) return
  const units = await readUnits(db, documentId, locale)
  for (const [at, unit] of units.entries()) {
    const { unitId, wordingId, text } = unit
    const version = unit.version ?? 0
    const next = units[at + 1]
    if (unit.status !== 'stale' || text === null) continue
    if (next?.inherited) {
      const end = text.indexOf('. ') + 1
      await saveTranslation(db, translator, { unitId, locale, text: text.slice(0, end), wordingId, version, origin: 'human' })
      await saveTranslation(db, translator, { unitId: next.unitId, locale, text: text.slice(end + 1), wordingId: next.wordingId, version: 0, origin: 'human' })
    } else await confirmStillValid(db, translator, { unitId, locale, wordingId, version })
  }
  const fresh = (await readUnits(db, documentId, locale)).filter((unit) => unit.status === 'translated')
  const items = fresh.map(({ unitId, translationId }) => ({ unitId, translationId: translationId ?? 0 }))
  if (items.length > 0) await reviewTranslations(db, reviewer, { documentId, locale, kind: 'approve', note: '', category: null, items })
}

async function readUnits(db: Database, documentId: number, locale: string): Promise<UnitFacts[]> {
  const head = await findDocumentHead(db.read, { document: documentId })
  if (!head) throw new Error('The document of the demonstration is not there')
  return readUnitFacts(db.read, head, locale, {})
}
