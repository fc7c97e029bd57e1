import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Comment } from '../../server/contract/unit.js'
import { api } from '../api/client.js'
import { Button } from '../components/Button.js'
import { RelativeTime } from '../components/RelativeTime.js'
import { RefusalNotice } from '../components/States.js'
import { useFormat } from '../i18n/format.js'
import { CommentForm } from './CommentForm.js'
import { useDesk } from './desk.js'
import { ReplyIcon } from './icons.js'
import styles from './Panel.module.css'
import { refreshDetail, type UnitDetail } from './useUnitDetail.js'

/** What was said about the unit: threads for this language and for all. */
export function DiscussionTab({ detail }: { detail: UnitDetail }) {
  const { t } = useTranslation()
  const threads = detail.comments.filter((comment) => comment.parentId === null)
  const unit = detail.row.unitId
  return (
    <>
      {threads.length === 0 ? <p className={styles.none}>{t('workbench.discussion.none')}</p> : null}
      <ol className={styles.list}>
        {threads.map((thread) => (
          <Thread key={thread.id} unit={unit} thread={thread} replies={detail.comments.filter((comment) => comment.parentId === thread.id)} />
        ))}
      </ol>
    </>
  )
}

function Thread({ unit, thread, replies }: { unit: number; thread: Comment; replies: readonly Comment[] }) {
  const { t } = useTranslation()
  const { bench } = useDesk()
  const [replying, setReplying] = useState(false)
  const { locale, may } = bench.about
  const resolved = thread.resolvedAt !== null
  const resolve = useMutation({
    mutationFn: () => api('PATCH /comments/:comment', { params: { comment: thread.id }, body: { resolved: !resolved } }),
    onSuccess: () => refreshDetail(unit, locale),
  })
  return (
    <li className={styles.item} data-resolved={resolved || undefined}>
      <Said comment={thread} />
      {replies.map((reply) => (
        <div key={reply.id} className={styles.reply}>
          <Said comment={reply} />
        </div>
      ))}
      <RefusalNotice error={resolve.error} />
      {may.comment ? (
        <div className={styles.answers}>
          {resolved ? null : (
            <Button look="quiet" aria-expanded={replying} onClick={() => setReplying(!replying)}>
              <ReplyIcon aria-hidden="true" className={styles.mirrored} />
              {t('workbench.discussion.reply')}
            </Button>
          )}
          <Button look="quiet" busy={resolve.isPending} onClick={() => resolve.mutate()}>
            {resolved ? t('workbench.discussion.reopen') : t('workbench.discussion.resolve')}
          </Button>
        </div>
      ) : null}
      {replying ? <CommentForm unit={unit} parent={thread} onSent={() => setReplying(false)} /> : null}
    </li>
  )
}

function Said({ comment }: { comment: Comment }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <>
      <p className={styles.who}>
        <strong>
          <bdi>{comment.author.name}</bdi>
        </strong>{' '}
        <RelativeTime time={comment.createdAt} />
        {comment.parentId === null ? (
          <span className={styles.badge}>{comment.locale === null ? t('workbench.discussion.allLanguages') : format.language(comment.locale)}</span>
        ) : null}
        {comment.resolvedAt ? <span className={styles.badge}>{t('workbench.discussion.resolved')}</span> : null}
      </p>
      <p className={styles.words} dir="auto">
        {comment.body}
      </p>
    </>
  )
}
