import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Invitation } from '../../server/contract/account.js'
import { api } from '../api/client.js'
import { invitationQuery, takeSession } from '../api/queries.js'
import { Button, buttonClass } from '../components/Button.js'
import { TextField } from '../components/Field.js'
import { Form, FormActions, useFieldErrors } from '../components/Form.js'
import { PageShell } from '../components/PageShell.js'
import { useRefusalText } from '../components/refusalText.js'
import { EmptyState } from '../components/States.js'
import { Skeleton } from '../components/Skeleton.js'
import { useFormat } from '../i18n/format.js'
import styles from './SignIn.module.css'

type Offer = Pick<Invitation, 'email' | 'name' | 'siteRole' | 'grants' | 'invitedBy' | 'expiresAt'>

export default function AcceptInvitationPage() {
  const { t } = useTranslation()
  const { token } = useParams({ from: '/invitation/$token' })
  const { data: offer, error } = useQuery(invitationQuery(token))
  const refusalText = useRefusalText()
  return (
    <PageShell title={t('invitation.title')} width="form">
      {offer ? (
        <div className={styles.narrow}>
          <Offered offer={offer} />
          <AcceptForm token={token} offer={offer} />
        </div>
      ) : error ? (
        <div role="alert">
          <EmptyState
            title={t('invitation.failed')}
            action={
              <Link to="/sign-in" className={buttonClass()}>
                {t('action.signIn')}
              </Link>
            }
          >
            <p>{refusalText(error)}</p>
          </EmptyState>
        </div>
      ) : (
        <Skeleton lines={4} />
      )}
    </PageShell>
  )
}

function Offered({ offer }: { offer: Offer }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <div>
      <p>{t('invitation.by', { name: offer.invitedBy, date: format.date(offer.expiresAt) })}</p>
      {offer.grants.length ? (
        <ul className={styles.grants}>
          {offer.grants.map((grant) => (
            <li key={`${grant.project} ${grant.role} ${grant.locale}`}>
              {grant.locale
                ? t('invitation.grantLocale', { project: grant.project, role: t(`role.${grant.role}`), language: format.language(grant.locale) })
                : t('invitation.grant', { project: grant.project, role: t(`role.${grant.role}`) })}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}

function AcceptForm({ token, offer }: { token: string; offer: Offer }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [name, setName] = useState(offer.name ?? '')
  const [email, setEmail] = useState(offer.email ?? '')
  const [password, setPassword] = useState('')
  const accept = useMutation({
    mutationFn: () => api('POST /invitations/:token', { params: { token }, body: { name, email: email.trim(), password } }),
    onSuccess: async (session) => {
      await takeSession(session)
      void navigate({ to: '/', replace: true })
    },
  })
  const { beside, above } = useFieldErrors(accept.error, ['name', 'email', 'password'])
  return (
    <Form onSubmit={() => accept.mutate()} error={above}>
      <TextField
        label={t('field.name')}
        hint={t('account.nameHint')}
        name="name"
        autoComplete="name"
        required
        maxLength={200}
        value={name}
        error={beside.name}
        onChange={(event) => setName(event.target.value)}
        dir="auto"
      />
      <TextField
        label={t('field.email')}
        type="email"
        name="email"
        autoComplete="username"
        required
        value={email}
        error={beside.email}
        onChange={(event) => setEmail(event.target.value)}
        dir="ltr"
      />
      <TextField
        label={t('field.newPassword')}
        hint={t('account.passwordHint')}
        type="password"
        name="password"
        autoComplete="new-password"
        required
        minLength={10}
        value={password}
        error={beside.password}
        onChange={(event) => setPassword(event.target.value)}
        dir="ltr"
      />
      <FormActions>
        <Button type="submit" look="primary" busy={accept.isPending}>
          {t('invitation.accept')}
        </Button>
      </FormActions>
    </Form>
  )
}
