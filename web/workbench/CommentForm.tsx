import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Comment } from '../../server/contract/unit.js'
import { api } from '../api/client.js'
import { Button } from '../components/Button.js'
import { RefusalNotice } from '../components/States.js'
import { useFormat } from '../i18n/format.js'
import { useDesk } from './desk.js'
import styles from './Panel.module.css'
import { refreshDetail } from './useUnitDetail.js'

/** Writes a comment or a reply. What is typed is kept in the browser until it was sent. */
export function CommentForm({ unit, parent, onSent }: { unit: number; parent?: Comment; onSent?: () => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { bench } = useDesk()
  const { locale } = bench.about
  const kept = parent ? -parent.id : unit
  const [body, setBody] = useState(() => bench.comments.get(kept) ?? '')
  const [everybody, setEverybody] = useState(false)
  const type = (text: string) => {
    setBody(text)
    if (text) bench.comments.put(kept, text)
    else bench.comments.remove(kept)
  }
  const send = useMutation({
    mutationFn: () => {
      const scope = parent ? parent.locale : everybody ? null : locale
      return api('POST /units/:unit/comments', { params: { unit }, body: { locale: scope, parentId: parent?.id ?? null, body: body.trim() } })
    },
    onSuccess: async () => {
      type('')
      bench.say('workbench.said.commented')
      await refreshDetail(unit, locale)
      onSent?.()
    },
  })
  const submit = (event?: FormEvent) => {
    event?.preventDefault()
    if (body.trim() && !send.isPending) send.mutate()
  }
  return (
    <form className={styles.composer} onSubmit={submit}>
      <textarea
        data-workbench={parent ? undefined : 'comment'}
        dir="auto"
        rows={3}
        aria-label={parent ? t('workbench.discussion.writeReply', { name: parent.author.name }) : t('workbench.discussion.write')}
        placeholder={parent ? t('workbench.discussion.reply') : t('workbench.discussion.write')}
        value={body}
        onChange={(event) => type(event.target.value)}
      />
      <RefusalNotice error={send.error} />
      <div className={styles.answers}>
        {parent ? null : (
          <label className={styles.scope}>
            <input type="checkbox" checked={everybody} onChange={(event) => setEverybody(event.target.checked)} />
            {t('workbench.discussion.forAll', { language: format.language(locale) })}
          </label>
        )}
        <Button type="submit" busy={send.isPending} disabled={!body.trim()}>
          {t('workbench.discussion.send')}
        </Button>
      </div>
    </form>
  )
}
