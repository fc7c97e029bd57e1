import type { Language } from '../language.js'

export const tibetan: Language = {
  closing: '།༎',
}
