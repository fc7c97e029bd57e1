import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AnswerOf } from '../../server/contract/index.js'
import { api } from '../api/client.js'
import { queryClient, tokensQuery } from '../api/queries.js'
import { Button } from '../components/Button.js'
import { CopyField } from '../components/CopyField.js'
import { Confirm } from '../components/Dialog.js'
import { TextField } from '../components/Field.js'
import { Form, FormActions, useFieldErrors } from '../components/Form.js'
import { RelativeTime } from '../components/RelativeTime.js'
import { Loaded, Notice, RefusalNotice } from '../components/States.js'
import { numberCell, Table } from '../components/Table.js'
import { useFormat } from '../i18n/format.js'

type Token = AnswerOf<'GET /account/tokens'>[number]

/** Keys with which scripts act in one's name. */
export function Tokens() {
  const { t } = useTranslation()
  const tokens = useQuery(tokensQuery)
  const [name, setName] = useState('')
  const [revoking, setRevoking] = useState<Token | null>(null)
  const make = useMutation({
    mutationFn: () => api('POST /account/tokens', { body: { name } }),
    onSuccess: () => {
      setName('')
      void queryClient.invalidateQueries({ queryKey: tokensQuery.queryKey })
    },
  })
  const { beside, above } = useFieldErrors(make.error, ['name'])
  return (
    <>
      <p>
        {t('tokens.what')} <a href="/api/v1/docs">{t('tokens.docs')}</a>
      </p>
      {make.data ? (
        <Notice tone="done">
          <CopyField label={t('tokens.new')} value={make.data.token} hint={t('tokens.once')} />
        </Notice>
      ) : null}
      <Loaded query={tokens}>{(tokens) => (tokens.length ? <TokenTable tokens={tokens} onRevoke={setRevoking} /> : <p>{t('tokens.none')}</p>)}</Loaded>
      <Form onSubmit={() => make.mutate()} error={above} label={t('tokens.make')}>
        <TextField
          label={t('tokens.name')}
          hint={t('tokens.nameHint')}
          required
          maxLength={200}
          value={name}
          error={beside.name}
          onChange={(event) => setName(event.target.value)}
          dir="auto"
          autoComplete="off"
        />
        <FormActions>
          <Button type="submit" busy={make.isPending}>
            {t('tokens.make')}
          </Button>
        </FormActions>
      </Form>
      {revoking ? <Revoke token={revoking} onClose={() => setRevoking(null)} /> : null}
    </>
  )
}

function TokenTable({ tokens, onRevoke }: { tokens: readonly Token[]; onRevoke: (token: Token) => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <Table
      foldable
      caption={t('tokens.title')}
      head={
        <>
          <th scope="col">{t('tokens.name')}</th>
          <th scope="col">{t('tokens.made')}</th>
          <th scope="col">{t('tokens.used')}</th>
          <th scope="col">
            <span className="heard">{t('tokens.revoke')}</span>
          </th>
        </>
      }
    >
      {tokens.map((token) => (
        <tr key={token.id}>
          <th scope="row">
            <bdi>{token.name}</bdi>
          </th>
          <td data-head={t('tokens.made')}>{format.date(token.createdAt)}</td>
          <td data-head={t('tokens.used')}>{token.lastUsedAt ? <RelativeTime time={token.lastUsedAt} /> : t('tokens.never')}</td>
          <td className={numberCell}>
            <Button look="quiet" aria-label={t('tokens.revokeOf', { name: token.name })} onClick={() => onRevoke(token)}>
              {t('tokens.revoke')}
            </Button>
          </td>
        </tr>
      ))}
    </Table>
  )
}

function Revoke({ token, onClose }: { token: Token; onClose: () => void }) {
  const { t } = useTranslation()
  const revoke = useMutation({
    mutationFn: () => api('DELETE /account/tokens/:token', { params: { token: token.id } }),
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: tokensQuery.queryKey })
      onClose()
    },
  })
  return (
    <Confirm title={t('tokens.revokeAsk', { name: token.name })} verb={t('tokens.revoke')} busy={revoke.isPending} onConfirm={() => revoke.mutate()} onClose={onClose}>
      <p>{t('tokens.revokeWhat')}</p>
      <RefusalNotice error={revoke.error} />
    </Confirm>
  )
}
