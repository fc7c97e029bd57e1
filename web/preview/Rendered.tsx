import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { address } from '../api/client.js'
import { useFormat } from '../i18n/format.js'
import styles from './Rendered.module.css'

interface Props {
  document: number
  sourceLocale: string
  locale: string
  content: 'approved' | 'all'
}

/** The localized document beside its source, as a browser shows them. */
export function Rendered({ document, sourceLocale, locale, content }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const page = (side: 'source' | 'localized') => address('/documents/:document/locales/:locale/page', { document, locale }, { content, side })
  return (
    <>
      <p className={styles.hint}>{t('preview.page.hint')}</p>
      <div className={styles.sides}>
        <Frame title={t('preview.page.source', { language: format.language(sourceLocale) })} src={page('source')} />
        <Frame title={t('preview.page.localized', { language: format.language(locale) })} src={page('localized')} />
      </div>
    </>
  )
}

/** A document of somebody else: it runs nothing, loads nothing and sends nothing. A link in it leads nowhere: the page comes back. */
function Frame({ title, src }: { title: string; src: string }) {
  const [returns, setReturns] = useState(0)
  const loaded = useRef('')
  const key = `${src} ${returns}`
  const leave = () => {
    if (loaded.current === key) setReturns(returns + 1)
    loaded.current = key
  }
  return (
    <figure className={styles.side}>
      <figcaption className={styles.title}>{title}</figcaption>
      <iframe key={key} className={styles.page} title={title} src={src} sandbox="" referrerPolicy="no-referrer" onLoad={leave} />
    </figure>
  )
}
