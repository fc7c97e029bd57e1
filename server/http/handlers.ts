import type { Key } from '../contract/index.js'
import { accountHandlers } from './account.js'
import { eventHandlers } from './events.js'
import type { Handlers } from './handler.js'
import { memberHandlers } from './members.js'
import { unitHandlers } from './unit.js'
import { workHandlers } from './work.js'

/** Who answers which route of the contract. */
export const handlers: Partial<Handlers<Key>> = { ...accountHandlers, ...memberHandlers, ...unitHandlers, ...workHandlers, ...eventHandlers }
