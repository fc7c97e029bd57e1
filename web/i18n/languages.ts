import { direction } from '../../server/document/language.js'

/** Languages that the interface speaks, by their own names. A new one is a file in locales/ and a line here. */
export const interfaceLanguages = { en: 'English', es: 'Español', ar: 'العربية' } as const
export type InterfaceLanguage = keyof typeof interfaceLanguages

const known = new Map<string, { lang: string; dir: 'rtl' | 'ltr' }>()

/** `lang` and `dir` for an element that holds text of a language: every piece of document text wears them. A tag that is malformed is nobody's language (`und`). */
export function languageProps(tag: string): { lang: string; dir: 'rtl' | 'ltr' } {
  const cached = known.get(tag)
  if (cached) return cached
  const props = { lang: isTag(tag) ? tag : 'und', dir: direction(tag) }
  known.set(tag, props)
  return props
}

function isTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length > 0
  } catch {
    return false
  }
}

/** The first wanted language that the interface speaks, by whole tag or by language alone; else English. */
export function negotiate(wanted: readonly (string | null | undefined)[]): InterfaceLanguage {
  for (const tag of wanted) {
    const language = tag?.toLowerCase().split('-')[0]
    if (language && language in interfaceLanguages) return language as InterfaceLanguage
  }
  return 'en'
}
