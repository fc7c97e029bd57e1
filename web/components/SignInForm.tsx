import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Session } from '../../server/contract/account.js'
import { api } from '../api/client.js'
import { Button } from './Button.js'
import { TextField } from './Field.js'
import { Form, FormActions, useFieldErrors } from './Form.js'
import { Notice } from './States.js'

/** E-mail address and password, or a link by mail where the server can send one. */
export function SignInForm({ mail, email: known = '', onSignedIn }: { mail: boolean; email?: string; onSignedIn: (session: Session) => Promise<void> }) {
  const { t } = useTranslation()
  const [email, setEmail] = useState(known)
  const [password, setPassword] = useState('')
  const signIn = useMutation({ mutationFn: () => api('POST /session', { body: { email: email.trim(), password } }), onSuccess: onSignedIn })
  const link = useMutation({ mutationFn: () => api('POST /sign-in-links', { body: { email: email.trim() } }) })
  const { beside, above } = useFieldErrors(signIn.error ?? link.error, ['email', 'password'])
  return (
    <Form onSubmit={() => signIn.mutate()} error={above}>
      {link.isSuccess ? <Notice tone="done">{t('signIn.linkSent', { email: email.trim() })}</Notice> : null}
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
        label={t('field.password')}
        type="password"
        name="password"
        autoComplete="current-password"
        required
        value={password}
        error={beside.password}
        onChange={(event) => setPassword(event.target.value)}
        dir="ltr"
      />
      <FormActions>
        <Button type="submit" look="primary" busy={signIn.isPending}>
          {t('action.signIn')}
        </Button>
        {mail ? (
          <Button look="quiet" busy={link.isPending} disabled={!email.includes('@')} onClick={() => link.mutate()}>
            {t('signIn.askLink')}
          </Button>
        ) : null}
      </FormActions>
    </Form>
  )
}
