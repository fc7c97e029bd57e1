import { listWork } from '../actions/listWork.js'
import type { Handlers } from './handler.js'

export const workHandlers: Handlers<'GET /work'> = {
  'GET /work': ({ db, actor }) => listWork(db.read, actor),
}
