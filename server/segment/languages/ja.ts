import type { Language } from '../language.js'

export const japanese: Language = {
  afterQuote: 'と って っと など なん の を は が も に で という',
}
