import { Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { statuses } from '../../server/workflow/status.js'
import { address } from '../api/client.js'
import { buttonClass, IconButton } from '../components/Button.js'
import { ExportIcon, PreviewIcon, SearchIcon } from '../components/icons.js'
import { Menu } from '../components/Menu.js'
import { StatusIcon } from '../components/StatusIcon.js'
import { useFormat } from '../i18n/format.js'
import { useDesk } from './desk.js'
import type { Filter } from './filter.js'
import { CommentIcon, FallbackIcon, KeysIcon, PanelIcon, WarningIcon } from './icons.js'
import { ariaKeys } from './keys.js'
import { SaveState } from './SaveState.js'
import styles from './Toolbar.module.css'
import { useCell } from './useCell.js'

/** Which units are shown, where to go, and what concerns the whole document. */
export function Toolbar() {
  const { t } = useTranslation()
  const { bench, panel, keySheet, mac } = useDesk()
  const open = useCell(panel)
  const { documentId, project, locale, may } = bench.about
  const file = (content: 'approved' | 'all') => address('/documents/:document/locales/:locale/export', { document: documentId, locale }, { content })
  return (
    <div className={styles.toolbar} role="toolbar" aria-label={t('workbench.toolbar')} data-region="toolbar" tabIndex={-1}>
      <StatusFilter />
      <Search />
      <GoTo />
      <SaveState />
      <span className={styles.tools}>
        <Link
          to="/$project/$document/$locale/preview"
          params={{ project, document: String(documentId), locale }}
          search={{}}
          className={buttonClass('plain')}
          aria-label={t('preview.title')}
          title={t('preview.title')}
        >
          <PreviewIcon aria-hidden="true" />
        </Link>
        {may.export ? (
          <Menu
            label={t('workbench.export')}
            icon={<ExportIcon aria-hidden="true" />}
            iconOnly
            groups={[
              {
                id: 'export',
                entries: [
                  { id: 'approved', label: t('workbench.export.approved'), href: file('approved'), download: true },
                  { id: 'all', label: t('workbench.export.all'), href: file('all'), download: true },
                ],
              },
            ]}
          />
        ) : null}
        <IconButton label={t('workbench.keys.title')} aria-keyshortcuts={ariaKeys('sheet', mac)} onClick={() => keySheet.set(true)}>
          <KeysIcon aria-hidden="true" />
        </IconButton>
        <IconButton
          label={t('workbench.panel')}
          aria-expanded={open !== null}
          aria-keyshortcuts={ariaKeys('togglePanel', mac)}
          onClick={() => panel.set(open ? null : 'discussion')}
        >
          <PanelIcon aria-hidden="true" className={styles.mirrored} />
        </IconButton>
      </span>
    </div>
  )
}

function StatusFilter() {
  const { t } = useTranslation()
  const format = useFormat()
  const { bench } = useDesk()
  const filter = useCell(bench.view.filter)
  const counts = useCell(bench.outline.counts)
  const warned = useCell(bench.outline.warned)
  const fallbacks = useCell(bench.outline.fallbacks)
  const show = (status: Filter['status']) => bench.view.show({ ...filter, status })
  return (
    <div className={styles.statuses} role="group" aria-label={t('workbench.filter')}>
      <button type="button" className={styles.status} aria-pressed={filter.status === null} onClick={() => show(null)}>
        {t('workbench.filter.all')} <span className={styles.count}>{format.number(bench.outline.size)}</span>
      </button>
      {statuses.map((status) => (
        <button
          key={status}
          type="button"
          className={styles.status}
          aria-pressed={filter.status === status}
          data-empty={counts[status] === 0 || undefined}
          onClick={() => show(filter.status === status ? null : status)}
        >
          <StatusIcon status={status} decorative /> <span className={styles.name}>{t(`status.${status}`)}</span>{' '}
          <span className={styles.count}>{format.number(counts[status])}</span>
        </button>
      ))}
      <button type="button" className={styles.status} aria-pressed={filter.status === 'draft'} onClick={() => show(filter.status === 'draft' ? null : 'draft')}>
        <StatusIcon status="draft" decorative /> <span className={styles.name}>{t('status.draft')}</span>
      </button>
      <button type="button" className={styles.status} aria-pressed={filter.status === 'discussed'} onClick={() => show(filter.status === 'discussed' ? null : 'discussed')}>
        <CommentIcon aria-hidden="true" /> <span className={styles.name}>{t('workbench.filter.discussed')}</span>
      </button>
      {warned > 0 || filter.status === 'warned' ? (
        <button type="button" className={styles.status} aria-pressed={filter.status === 'warned'} onClick={() => show(filter.status === 'warned' ? null : 'warned')}>
          <WarningIcon aria-hidden="true" /> <span className={styles.name}>{t('workbench.filter.warned')}</span> <span className={styles.count}>{format.number(warned)}</span>
        </button>
      ) : null}
      {fallbacks > 0 || filter.status === 'fallback' ? (
        <button type="button" className={styles.status} aria-pressed={filter.status === 'fallback'} onClick={() => show(filter.status === 'fallback' ? null : 'fallback')}>
          <FallbackIcon aria-hidden="true" /> <span className={styles.name}>{t('workbench.filter.fallback')}</span> <span className={styles.count}>{format.number(fallbacks)}</span>
        </button>
      ) : null}
    </div>
  )
}

const typingPause = 150

function Search() {
  const { t } = useTranslation()
  const { bench } = useDesk()
  const filter = useCell(bench.view.filter)
  const found = useCell(bench.view.visible).length
  const [typed, setTyped] = useState(filter.q)
  useEffect(() => setTyped(filter.q), [filter.q])
  useEffect(() => {
    const timer = setTimeout(() => bench.view.show({ ...bench.view.filter.get(), q: typed }), typingPause)
    return () => clearTimeout(timer)
  }, [bench, typed])
  return (
    <label className={styles.search}>
      <SearchIcon aria-hidden="true" />
      <input
        type="search"
        data-workbench="search"
        placeholder={t('workbench.search')}
        aria-label={t('workbench.search')}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          const [first] = bench.view.visible.get()
          if (event.key === 'Enter' && !event.nativeEvent.isComposing && first !== undefined) bench.open(first)
        }}
      />
      <span className={styles.found} role="status">
        {filter.q ? t('workbench.found', { count: found }) : ''}
      </span>
    </label>
  )
}

function GoTo() {
  const { t } = useTranslation()
  const { bench } = useDesk()
  const active = useCell(bench.view.active)
  const here = active === null ? '' : String((bench.outline.entry(active)?.position ?? 0) + 1)
  const [typed, setTyped] = useState<string | null>(null)
  const go = () => {
    const id = bench.outline.ids[Number(typed ?? here) - 1]
    setTyped(null)
    if (id === undefined) bench.say('workbench.said.noSuchNumber', { total: bench.outline.size }, true)
    else bench.open(id)
  }
  return (
    <form
      className={styles.goTo}
      onSubmit={(event) => {
        event.preventDefault()
        go()
      }}
    >
      <input
        inputMode="numeric"
        data-workbench="number"
        aria-label={t('workbench.goTo', { total: bench.outline.size })}
        value={typed ?? here}
        onFocus={(event) => event.target.select()}
        onChange={(event) => setTyped(event.target.value.replace(/\D/g, ''))}
        onBlur={() => setTyped(null)}
      />
      <span aria-hidden="true">/ {bench.outline.size}</span>
    </form>
  )
}
