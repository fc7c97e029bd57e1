import { useTranslation } from 'react-i18next'
import type { SiteRole } from '../../server/workflow/permissions.js'

/** Roles of the installation by name; its managers are not those of a project, who have the same word. */
export function useSiteRoleNames(): Record<SiteRole, string> {
  const { t } = useTranslation()
  return { member: t('role.member'), manager: t('people.manager'), administrator: t('role.administrator') }
}
