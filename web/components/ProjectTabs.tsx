import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import styles from './ProjectTabs.module.css'

/** The pages of one project. */
export function ProjectTabs({ project, manage }: { project: string; manage: boolean }) {
  const { t } = useTranslation()
  const common = {
    params: { project },
    className: styles.tab,
    activeProps: { className: `${styles.tab} ${styles.here}` },
    activeOptions: { exact: true, includeSearch: false },
  } as const
  return (
    <nav className={styles.tabs} aria-label={t('project.pages')}>
      <Link to="/$project" {...common}>
        {t('project.documents')}
      </Link>
      <Link to="/$project/members" {...common}>
        {t('members.title')}
      </Link>
      <Link to="/$project/activity" {...common}>
        {t('activity.title')}
      </Link>
      {manage ? (
        <Link to="/$project/settings" {...common}>
          {t('settings.title')}
        </Link>
      ) : null}
    </nav>
  )
}
