import { useTranslation } from 'react-i18next'
import type { SiteRole } from '../../server/workflow/permissions.js'

/** Roles of the installation by name, the strongest last. */
export function useSiteRoleNames(): Record<SiteRole, string> {
  const { t } = useTranslation()
  return { member: t('people.member'), manager: t('people.manager'), administrator: t('people.administrator') }
}
