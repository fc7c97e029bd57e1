import { useTranslation } from 'react-i18next'
import { address } from '../api/client.js'
import type { ButtonLook } from './Button.js'
import { ExportIcon } from './icons.js'
import { Menu } from './Menu.js'
import type { MenuEntry } from './menuEntries.js'

const contents = ['approved', 'all'] as const

/** Downloads of a document in a language: approved translations only, or everything; what lacks one falls back to the source. */
export function ExportLocaleMenu({ document, locale, language }: { document: number; locale: string; language: string }) {
  const { t } = useTranslation()
  const what = { approved: t('export.approved'), all: t('export.all') }
  const manifest = { approved: t('export.manifestApproved'), all: t('export.manifestAll') }
  const entry = (kind: 'export' | 'manifest', content: 'approved' | 'all', label: string): MenuEntry => ({
    id: `${kind} ${content}`,
    label,
    href: address(`/documents/:document/locales/:locale/${kind}`, { document, locale }, { content }),
    download: true,
  })
  return (
    <Menu
      label={t('export.language', { language })}
      icon={<ExportIcon aria-hidden="true" />}
      iconOnly
      groups={[
        { id: 'files', title: t('export.hint'), entries: contents.map((content) => entry('export', content, what[content])) },
        { id: 'manifests', entries: contents.map((content) => entry('manifest', content, manifest[content])) },
      ]}
    />
  )
}

/** All languages of a document, or of a whole project, as one zip with manifests. */
export function ExportZipMenu({ path, params, look }: { path: '/projects/:project/export' | '/documents/:document/export'; params: Record<string, unknown>; look?: ButtonLook }) {
  const { t } = useTranslation()
  const entries = [
    { id: 'approved', label: t('export.approved'), href: address(path, params, { content: 'approved' }), download: true },
    { id: 'all', label: t('export.all'), href: address(path, params, { content: 'all' }), download: true },
  ]
  return <Menu label={t('export.zip')} icon={<ExportIcon aria-hidden="true" />} look={look ?? 'plain'} groups={[{ id: 'zip', title: t('export.zipHint'), entries }]} />
}
