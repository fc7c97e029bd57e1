/** Languages written from right to left in their usual script. https://cldr.unicode.org (layout data) */
const rightToLeftScripts = new Set(['Arab', 'Aran', 'Hebr', 'Thaa', 'Syrc', 'Nkoo', 'Adlm', 'Rohg', 'Mand', 'Mend', 'Samr', 'Yezi'])

const names = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' })

/** The canonical form of a BCP 47 tag (`PT_br` → `pt-BR`), or null where the language is unknown to CLDR or the tag is malformed. */
export function canonicalLocale(tag: string): string | null {
  try {
    const [canonical] = Intl.getCanonicalLocales(tag.trim().replaceAll('_', '-'))
    if (canonical === undefined) return null
    const { language } = new Intl.Locale(canonical)
    return language !== 'und' && names.of(language) !== undefined ? canonical : null
  } catch {
    return null
  }
}

/** Whether texts of this language run from right to left, by its script. Unknown tags run from left to right. */
export function direction(tag: string): 'ltr' | 'rtl' {
  try {
    return rightToLeftScripts.has(new Intl.Locale(tag).maximize().script ?? '') ? 'rtl' : 'ltr'
  } catch {
    return 'ltr'
  }
}
