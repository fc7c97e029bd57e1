import { alignRevision, compareRevisions } from './alignRevision.js'
import { exportDocument } from './exportDocument.js'
import { checkpoint } from './checkpoint.js'
import { checkSrx } from './checkSrx.js'
import { prepareDocument } from './prepareRows.js'
import { proposeBreak } from './proposeBreak.js'
import { renderPage } from './renderPage.js'
import { tryTranslation } from './tryTranslation.js'
import { zipFiles } from './zipFiles.js'
import { packBlob, packText } from './packBlob.js'

/** What worker threads can do: functions, all but `checkpoint` pure, whose input and output can be copied between threads. */
export const jobs = {
  checkpoint,
  packBlob,
  packText,
  prepareDocument,
  alignRevision,
  compareRevisions,
  exportDocument,
  tryTranslation,
  zipFiles,
  checkSrx,
  proposeBreak,
  renderPage,
}

export type JobName = keyof typeof jobs
export type JobInput<J extends JobName> = Parameters<(typeof jobs)[J]>[0]
export type JobOutput<J extends JobName> = Awaited<ReturnType<(typeof jobs)[J]>>
