import { useTranslation } from 'react-i18next'
import { ApiRefusal } from '../api/client.js'

/** What to tell a person about a failed request, in the language of the interface. */
export function useRefusalText(): (error: unknown) => string {
  const { t, i18n } = useTranslation()
  return (error) => {
    if (!(error instanceof ApiRefusal)) return t('state.unexpected')
    if (error.code === 'offline') return t('state.offline')
    if (error.code === 'unexpected') return t('state.unexpected')
    const key = `refusal.${error.code}`
    // A server newer than this page may know refusals that its catalog does not.
    return i18n.exists(key) ? t(key, error.details) : error.message
  }
}
