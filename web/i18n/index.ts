import i18next from 'i18next'
import ICU from 'i18next-icu'
import { initReactI18next } from 'react-i18next'
import { direction } from '../../server/document/language.js'
import { type InterfaceLanguage, negotiate } from './languages.js'

type Catalog = Record<string, string>
const catalogs = import.meta.glob<Catalog>('../../locales/*.json', { import: 'default' })
const storageKey = 'stele.language'

async function load(language: InterfaceLanguage): Promise<void> {
  if (i18next.hasResourceBundle(language, 'translation')) return
  const catalog = catalogs[`../../locales/${language}.json`]
  if (!catalog) throw new Error(`There is no catalog for ${language}`)
  i18next.addResourceBundle(language, 'translation', await catalog())
}

/** Starts the interface in the language chosen on this device, else in the browser's. The account's own is applied by `speak` once it is known. */
export async function startLanguage(): Promise<void> {
  await i18next
    .use(ICU)
    .use(initReactI18next)
    .init({
      lng: negotiate([remembered(), ...navigator.languages]),
      fallbackLng: false,
      keySeparator: false,
      nsSeparator: false,
      resources: {},
      interpolation: { escapeValue: false },
      react: { useSuspense: false },
    })
  await speak(i18next.language as InterfaceLanguage)
}

/** Switches the whole interface, texts and direction. */
export async function speak(language: InterfaceLanguage): Promise<void> {
  await load(language)
  await i18next.changeLanguage(language)
  document.documentElement.lang = language
  document.documentElement.dir = direction(language)
}

export function remembered(): string | null {
  try {
    return localStorage.getItem(storageKey)
  } catch {
    return null
  }
}

/** Keeps a choice on this device, for the pages before sign-in. */
export function remember(language: InterfaceLanguage): void {
  try {
    localStorage.setItem(storageKey, language)
  } catch {
    // Without storage the choice lasts as long as the page.
  }
}
