import { createProject } from '../../server/actions/createProject.js'
import { importDocument } from '../../server/actions/importDocument.js'
import { operator } from '../../server/actions/operator.js'
import { openData } from '../../server/store/dataFolder.js'
import { createWorkPool } from '../../server/work/pool.js'

/** A data folder with one project into French and German, and in it one plain text. */
export async function createDocument(folder: string, text: string): Promise<void> {
  const db = await openData(folder)
  const work = createWorkPool()
  try {
    const { id } = await createProject(db, operator, { name: 'Charter', slug: 'charter', sourceLocale: 'en', locales: ['fr', 'de'] })
    await importDocument(db, operator, { projectId: id, path: 'charter.txt', content: { text } }, { work })
  } finally {
    await work.close()
    await db.close()
  }
}
