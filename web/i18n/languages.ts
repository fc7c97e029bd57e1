/** Languages that the interface speaks, by their own names. A new one is a file in locales/ and a line here. */
export const interfaceLanguages = { en: 'English', es: 'Español', ar: 'العربية' } as const
export type InterfaceLanguage = keyof typeof interfaceLanguages

const rightToLeftScripts = new Set(['Arab', 'Hebr', 'Syrc', 'Thaa', 'Nkoo', 'Adlm', 'Rohg', 'Mand', 'Samr', 'Mend', 'Yezi'])
const known = new Map<string, { script: string | undefined; tag: string }>()

function maximized(tag: string): { script: string | undefined; tag: string } {
  const cached = known.get(tag)
  if (cached) return cached
  let found: { script: string | undefined; tag: string }
  try {
    found = { script: new Intl.Locale(tag).maximize().script, tag }
  } catch {
    found = { script: undefined, tag: 'und' }
  }
  known.set(tag, found)
  return found
}

/** The direction in which a language is written, by its likely script (CLDR). */
export const directionOf = (tag: string): 'rtl' | 'ltr' => (rightToLeftScripts.has(maximized(tag).script ?? '') ? 'rtl' : 'ltr')

/** `lang` and `dir` for an element that holds text of a language: every piece of document text wears them. */
export const languageProps = (tag: string): { lang: string; dir: 'rtl' | 'ltr' } => ({ lang: maximized(tag).tag, dir: directionOf(tag) })

/** The first wanted language that the interface speaks, by whole tag or by language alone; else English. */
export function negotiate(wanted: readonly (string | null | undefined)[]): InterfaceLanguage {
  for (const tag of wanted) {
    const language = tag?.toLowerCase().split('-')[0]
    if (language && language in interfaceLanguages) return language as InterfaceLanguage
  }
  return 'en'
}
