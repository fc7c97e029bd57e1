import type { Localisation } from '../format.js'
import type { Look } from './looks.js'

/** A language as Office names it, with a region: `de-DE`. */
export function officeLocale(locale: string): string {
  try {
    const { language, region } = new Intl.Locale(locale).maximize()
    return region ? `${language}-${region}` : language
  } catch {
    return locale
  }
}

const behindDirection = /<\w+:(?:cs|em|lang|eastAsianLayout|specVanish|oMath|rPrChange)\b|<\/\w+:rPr>$/

/** A look of Word's in the language and direction of a translation; without a direction, in that which it has. `run` is the name of its run where the look is empty. */
export function localLook(look: Look, { locale, direction }: { locale: string; direction: Localisation['direction'] | null }, run: string): Look {
  const attribute = direction === 'rtl' ? 'bidi' : /^(?:zh|ja|ko)\b/.test(locale) ? 'eastAsia' : 'val'
  const named = look.replace(/<(\w+:)lang\b[^<>]*\/>/g, (_, prefix: string) => `<${prefix}lang ${prefix}${attribute}="${officeLocale(locale)}"/>`)
  if (direction === null) return named
  const plain = named.replace(/<\w+:rtl\b[^<>]*\/>/g, '')
  if (direction === 'ltr') return plain
  const prefix = /^<([\w.-]+:)/.exec(look === '' ? `<${run}` : look)?.[1] ?? ''
  if (plain === '' || /^<[^>]*\/>$/.test(plain)) return `<${prefix}rPr><${prefix}rtl/></${prefix}rPr>`
  return plain.replace(behindDirection, (next) => `<${prefix}rtl/>${next}`)
}
