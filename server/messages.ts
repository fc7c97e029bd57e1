import { createInstance } from 'i18next'
import ICU from 'i18next-icu'
import ar from '../locales/ar.json' with { type: 'json' }
import en from '../locales/en.json' with { type: 'json' }
import es from '../locales/es.json' with { type: 'json' }

/** Languages of the interface; the first is the source of the others. A new one has its line here and its file in locales/. */
const catalogs: Record<string, Record<string, string>> = { en, es, ar }
export const interfaceLocales: readonly string[] = Object.keys(catalogs)

const i18n = createInstance()
await i18n.use(ICU).init({
  fallbackLng: 'en',
  keySeparator: false,
  nsSeparator: false,
  interpolation: { escapeValue: false },
  resources: Object.fromEntries(Object.entries(catalogs).map(([tag, messages]) => [tag, { translation: messages }])),
})

/** A text of locales/ with its placeholders filled. */
export type Translate = (key: string, values?: Record<string, unknown>) => string

/** Texts of the interface in one of its languages, English where that has none. */
export function translator(language: string): Translate {
  const fixed = i18n.getFixedT(language)
  return (key, values) => fixed(key, { ...values })
}

/** The language that a chosen tag comes down to, such as "es" for "es-MX"; null where the interface has none for it. */
export function interfaceLocaleFor(tag: string): string | null {
  const exact = interfaceLocales.find((known) => known === tag)
  return exact ?? interfaceLocales.find((known) => known === tag.split('-')[0]) ?? null
}
