import i18next from 'i18next'
import { useTranslation } from 'react-i18next'
import { ApiRefusal } from '../api/client.js'

/** What to tell a person about a failed request, in the language of the interface as it is now. */
export function refusalText(error: unknown): string {
  if (!(error instanceof ApiRefusal) || error.code === 'unexpected') return i18next.t('state.unexpected')
  if (error.code === 'offline') return i18next.t('state.offline')
  const key = `refusal.${error.code}`
  // A server newer than this page may know refusals that its catalog does not.
  return i18next.exists(key) ? i18next.t(key, error.details) : error.message
}

/** `refusalText` for what is shown: it is said anew when the language changes. */
export function useRefusalText(): typeof refusalText {
  useTranslation()
  return refusalText
}
