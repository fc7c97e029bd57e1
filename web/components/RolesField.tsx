import { useTranslation } from 'react-i18next'
import type { Member } from '../../server/contract/project.js'
import { useFormat } from '../i18n/format.js'
import field from './Field.module.css'
import styles from './RolesField.module.css'

export type Role = Member['roles'][number]
type LocaleRole = 'translator' | 'reviewer'

const same = (a: Role, b: Role): boolean => a.role === b.role && a.locale === b.locale

/** Roles as people say them: "Source manager", "Translator: French, Arabic". */
export function useRoleTexts(): (roles: readonly Role[]) => string[] {
  const { t } = useTranslation()
  const format = useFormat()
  return (roles) =>
    (['manager', 'reviewer', 'translator', 'viewer'] as const).flatMap((role) => {
      const its = roles.filter((each) => each.role === role)
      if (!its.length) return []
      if (role === 'manager' || role === 'viewer') return [t(`role.${role}`)]
      const languages = its.some((each) => each.locale === null) ? t('roles.allLanguages') : format.list(its.map((each) => format.language(each.locale ?? '')).sort(format.compare))
      return [t('roles.for', { role: t(`role.${role}`), languages })]
    })
}

/** What somebody may do in a project; translators and reviewers by language. */
export function RolesField({ roles, locales, onChange }: { roles: readonly Role[]; locales: readonly string[]; onChange: (roles: Role[]) => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const has = (role: Role) => roles.some((each) => same(each, role))
  const toggle = (role: Role) => onChange(has(role) ? roles.filter((each) => !same(each, role)) : [...roles, role])
  const places: (string | null)[] = [null, ...[...locales].sort((a, b) => format.compare(format.language(a), format.language(b)))]
  const box = (role: LocaleRole, locale: string | null) => {
    const covered = locale !== null && has({ role, locale: null })
    const language = locale === null ? t('roles.allLanguages') : format.language(locale)
    return (
      <input
        type="checkbox"
        aria-label={t('roles.for', { role: t(`role.${role}`), languages: language })}
        checked={covered || has({ role, locale })}
        disabled={covered}
        onChange={() => toggle({ role, locale })}
      />
    )
  }
  return (
    <fieldset className={field.field}>
      <legend className={field.label}>{t('roles.title')}</legend>
      {(['manager', 'viewer'] as const).map((role) => (
        <label key={role} className={styles.plain}>
          <input type="checkbox" checked={has({ role, locale: null })} onChange={() => toggle({ role, locale: null })} />
          <span>
            {t(`role.${role}`)}
            <span className={styles.hint}> {role === 'manager' ? t('roles.managerHint') : t('roles.viewerHint')}</span>
          </span>
        </label>
      ))}
      <div className={styles.scroll} tabIndex={0} role="region" aria-label={t('roles.byLanguage')}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('roles.byLanguage')}</th>
              <th scope="col">{t('role.translator')}</th>
              <th scope="col">{t('role.reviewer')}</th>
            </tr>
          </thead>
          <tbody>
            {places.map((locale) => (
              <tr key={locale ?? ''}>
                <th scope="row">{locale === null ? t('roles.allLanguages') : format.language(locale)}</th>
                <td>{box('translator', locale)}</td>
                <td>{box('reviewer', locale)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={field.hint}>{t('roles.reviewerHint')}</p>
    </fieldset>
  )
}
