import type { Language } from '../language.js'

export const dzongkha: Language = {
  closing: '།༎',
}
