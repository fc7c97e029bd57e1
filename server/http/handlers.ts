import type { Key } from '../contract/index.js'
import { accountHandlers } from './account.js'
import { documentHandlers } from './document.js'
import { eventHandlers } from './events.js'
import type { Handlers } from './handler.js'
import { memberHandlers } from './members.js'
import { previewHandlers } from './preview.js'
import { projectHandlers } from './project.js'
import { unitHandlers } from './unit.js'
import { workHandlers } from './work.js'

/** Who answers which route of the contract. */
export const handlers: Handlers<Key> = {
  ...accountHandlers,
  ...projectHandlers,
  ...memberHandlers,
  ...documentHandlers,
  ...previewHandlers,
  ...unitHandlers,
  ...workHandlers,
  ...eventHandlers,
}
