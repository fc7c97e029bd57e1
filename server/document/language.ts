/** Languages written from right to left in their usual script. https://cldr.unicode.org (layout data) */
const rightToLeftScripts = new Set(['Arab', 'Aran', 'Hebr', 'Thaa', 'Syrc', 'Nkoo', 'Adlm', 'Rohg', 'Mand', 'Samr'])

/** Target languages that a picker offers first; any other known tag is accepted too. */
const offered =
  'af ak am ar ar-DZ ar-EG ar-LB ar-MA ar-SA as ast ay az az-Arab ba be bg bho bm bn bo br bs ca ceb ckb co cs cy da de de-AT de-CH dv dz ee el en en-AU en-CA en-GB en-IN en-NZ en-US en-ZA eo es es-419 es-AR es-CL es-CO es-ES es-MX es-PE es-US et eu fa fa-AF ff fi fil fj fo fr fr-BE fr-CA fr-CH fr-FR fur fy ga gd gl gn gu ha haw he hi hmn hr hsb ht hu hy ia id ig ilo is it it-CH iu ja jv ka kab kk kl km kn ko kok kri ks ku ky la lb lg li ln lo lt luo lv mai mg mi mk ml mn mni mr ms mt my nb ne nl nl-BE nn nso ny oc om or os pa pa-Arab pap pl ps pt pt-BR pt-PT qu rm rn ro ru rw sa sah sat sc sd se sg si sk sl sm sn so sq sr sr-Latn ss st su sv sv-FI sw syr szl ta te tet tg th ti tk tn to tpi tr ts tt tw ty tzm udm ug uk ur uz uz-Cyrl ve vi vo wa wo xh yi yo yue zgh zh-Hans zh-Hant zh-HK zh-TW zu'

export const commonLocales: readonly string[] = offered.split(' ')

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
