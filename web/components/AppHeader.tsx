import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, type LinkProps, useNavigate } from '@tanstack/react-router'
import { Fragment, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../api/client.js'
import { useConnection } from '../api/live.js'
import { queryClient, sessionQuery, takeSession } from '../api/queries.js'
import { remember, speak } from '../i18n/index.js'
import { type InterfaceLanguage, interfaceLanguages } from '../i18n/languages.js'
import styles from './AppHeader.module.css'
import { AccountIcon, LanguageIcon, OfflineIcon, ThemeIcon } from './icons.js'
import { Menu } from './Menu.js'
import { chooseTheme, themes, useTheme } from './theme.js'

export interface Crumb extends Pick<LinkProps, 'to' | 'params'> {
  label: ReactNode
}

/** The strip above every page: where one is, whether the server answers, and what is one's own. */
export function AppHeader({ crumbs = [] }: { crumbs?: readonly Crumb[] }) {
  const { t } = useTranslation()
  return (
    <header className={styles.header}>
      <a className={styles.skip} href="#main">
        {t('shell.skip')}
      </a>
      <nav className={styles.trail} aria-label={t('shell.breadcrumbs')}>
        <Link to="/" className={styles.home} aria-label={t('shell.home')}>
          <svg viewBox="0 0 32 32" className={styles.mark} aria-hidden="true">
            <path className={styles.stone} d="M7 30V12a9 9 0 0 1 18 0v18z" />
            <path className={styles.lines} d="M11.5 14h9M11.5 18.5h9M11.5 23h5" />
          </svg>
          <span className={styles.word}>Stele</span>
        </Link>
        {crumbs.map((crumb, index) => (
          <Fragment key={index}>
            <span className={styles.slash} aria-hidden="true">
              /
            </span>
            <Link to={crumb.to} params={crumb.params} className={styles.crumb}>
              {crumb.label}
            </Link>
          </Fragment>
        ))}
      </nav>
      <ConnectionMark />
      <LanguageMenu />
      <ThemeMenu />
      <AccountMenu />
    </header>
  )
}

function ConnectionMark() {
  const { t } = useTranslation()
  const lost = useConnection() === 'lost'
  return (
    <span role="status" className={styles.connection}>
      {lost ? (
        <span className={styles.lost} title={t('state.offline')}>
          <OfflineIcon aria-hidden="true" />
          {t('shell.offline')}
        </span>
      ) : null}
    </span>
  )
}

function LanguageMenu() {
  const { t, i18n } = useTranslation()
  const { data: session } = useQuery(sessionQuery)
  const choose = async (language: InterfaceLanguage) => {
    remember(language)
    await speak(language)
    if (session?.account) await takeSession(await api('PATCH /account', { body: { locale: language } }))
  }
  const entries = Object.entries(interfaceLanguages).map(([tag, name]) => ({
    id: tag,
    label: name,
    lang: tag,
    selected: tag === i18n.language,
    onAction: () => void choose(tag as InterfaceLanguage).catch(() => {}),
  }))
  return <Menu label={t('shell.language')} icon={<LanguageIcon />} iconOnly groups={[{ id: 'languages', entries }]} className={styles.tool} />
}

function ThemeMenu() {
  const { t } = useTranslation()
  const current = useTheme()
  const names = { system: t('theme.system'), light: t('theme.light'), dark: t('theme.dark') }
  const entries = themes.map((theme) => ({ id: theme, label: names[theme], selected: theme === current, onAction: () => chooseTheme(theme) }))
  return <Menu label={t('shell.theme')} icon={<ThemeIcon />} iconOnly groups={[{ id: 'themes', entries }]} className={styles.tool} />
}

function AccountMenu() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { data: session } = useQuery(sessionQuery)
  const signOut = useMutation({
    mutationFn: () => api('DELETE /session'),
    onSuccess: () => {
      queryClient.clear()
      void navigate({ to: '/sign-in' })
    },
  })
  const account = session?.account
  if (!account) return null
  const places = [
    { id: 'account', label: t('account.title'), onAction: () => void navigate({ to: '/account' }) },
    ...(account.siteRole === 'administrator' ? [{ id: 'people', label: t('people.title'), onAction: () => void navigate({ to: '/people' }) }] : []),
  ]
  return (
    <Menu
      label={t('shell.account', { name: account.name })}
      icon={<AccountIcon />}
      iconOnly
      className={styles.tool}
      groups={[
        { id: 'places', title: <bdi>{account.name || account.email}</bdi>, entries: places },
        { id: 'end', entries: [{ id: 'sign-out', label: t('action.signOut'), onAction: () => signOut.mutate() }] },
      ]}
    />
  )
}
