import { useTranslation } from 'react-i18next'
import type { ProjectSettings } from '../../server/contract/project.js'
import { Button } from './Button.js'
import { TextField } from './Field.js'
import styles from './LinkRules.module.css'

type LinkRule = ProjectSettings['links'][number]

/** A rule as it is typed: its languages stay one text. */
export interface WrittenLink extends Omit<LinkRule, 'locales'> {
  locales: string
}

export const writtenLinks = (links: readonly LinkRule[]): WrittenLink[] => links.map((link) => ({ ...link, locales: link.locales.join(', ') }))

/** What was typed as rules; a row without an address is none. */
export const linksOf = (links: readonly WrittenLink[]): LinkRule[] =>
  links
    .filter(({ from }) => from.trim() !== '')
    .map((link) => ({
      ...link,
      locales: link.locales
        .split(',')
        .map((tag) => tag.trim())
        .filter((tag) => tag !== ''),
    }))

/** What becomes of addresses in localized documents, a rule a row. */
export function LinkRules({ links, onChange }: { links: readonly WrittenLink[]; onChange: (links: WrittenLink[]) => void }) {
  const { t } = useTranslation()
  const change = (at: number, link: Partial<WrittenLink>) => onChange(links.map((old, index) => (index === at ? { ...old, ...link } : old)))
  return (
    <fieldset className={styles.rules}>
      <legend>{t('links.title')}</legend>
      <p>{t('links.what')}</p>
      {links.map((link, at) => (
        <div key={at} role="group" aria-label={t('links.rule', { number: at + 1 })} className={styles.rule}>
          <TextField label={t('links.from')} value={link.from} maxLength={500} dir="ltr" autoComplete="off" onChange={(event) => change(at, { from: event.target.value })} />
          <TextField label={t('links.to')} value={link.to} maxLength={500} dir="ltr" autoComplete="off" onChange={(event) => change(at, { to: event.target.value })} />
          <TextField label={t('links.locales')} value={link.locales} dir="ltr" autoComplete="off" onChange={(event) => change(at, { locales: event.target.value })} />
          <Button onClick={() => onChange(links.filter((_, index) => index !== at))}>{t('links.remove')}</Button>
        </div>
      ))}
      <div>
        <Button onClick={() => onChange([...links, { from: links.length === 0 ? '/en/' : '', to: '/{locale}/', locales: '' }])}>{t('links.add')}</Button>
      </div>
    </fieldset>
  )
}
