import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../server/contract/account.js'
import { api } from '../api/client.js'
import { queryClient, sessionQuery, takeSession } from '../api/queries.js'
import { useAnnouncer } from '../components/Announcer.js'
import { Button } from '../components/Button.js'
import { Choice, SelectField, TextField } from '../components/Field.js'
import { Form, FormActions, useFieldErrors } from '../components/Form.js'
import { PageShell, Section } from '../components/PageShell.js'
import { Loaded, Notice } from '../components/States.js'
import { chooseTheme, useTheme } from '../components/theme.js'
import { remember, speak } from '../i18n/index.js'
import { interfaceLanguages, negotiate } from '../i18n/languages.js'
import { Tokens } from './Tokens.js'

export default function AccountPage() {
  const { t } = useTranslation()
  const session = useQuery(sessionQuery)
  return (
    <PageShell title={t('account.title')} width="form">
      <Loaded query={session}>
        {({ account }) =>
          account ? (
            <>
              {account.hasPassword ? null : <Notice>{t('account.welcome')}</Notice>}
              <Section title={t('account.who')}>
                <Identity account={account} />
              </Section>
              <Section title={t('account.password')}>
                <Password account={account} />
              </Section>
              <Section title={t('account.appearance')}>
                <Appearance />
              </Section>
              <Section title={t('tokens.title')}>
                <Tokens />
              </Section>
            </>
          ) : null
        }
      </Loaded>
    </PageShell>
  )
}

function Identity({ account }: { account: Account }) {
  const { t } = useTranslation()
  const { toast } = useAnnouncer()
  const [name, setName] = useState(account.name)
  const [email, setEmail] = useState(account.email)
  const [locale, setLocale] = useState(account.locale ?? '')
  const save = useMutation({
    mutationFn: () => api('PATCH /account', { body: { name, email: email.trim(), locale: locale || null } }),
    onSuccess: async (session) => {
      await takeSession(session)
      const language = negotiate([locale || null, ...navigator.languages])
      remember(language)
      await speak(language)
      toast(t('account.saved'))
    },
  })
  const { beside, above } = useFieldErrors(save.error, ['name', 'email', 'locale'])
  return (
    <Form onSubmit={() => save.mutate()} error={above} label={t('account.who')}>
      <TextField
        label={t('field.name')}
        hint={t('account.nameHint')}
        required
        maxLength={200}
        value={name}
        error={beside.name}
        onChange={(event) => setName(event.target.value)}
        autoComplete="name"
        dir="auto"
      />
      <TextField
        label={t('field.email')}
        type="email"
        required
        value={email}
        error={beside.email}
        onChange={(event) => setEmail(event.target.value)}
        autoComplete="email"
        dir="ltr"
      />
      <SelectField label={t('account.language')} hint={t('account.languageHint')} value={locale} error={beside.locale} onChange={(event) => setLocale(event.target.value)}>
        <option value="">{t('account.languageBrowser')}</option>
        {Object.entries(interfaceLanguages).map(([tag, own]) => (
          <option key={tag} value={tag} lang={tag}>
            {own}
          </option>
        ))}
      </SelectField>
      <FormActions>
        <Button type="submit" look="primary" busy={save.isPending}>
          {t('action.save')}
        </Button>
      </FormActions>
    </Form>
  )
}

function Password({ account }: { account: Account }) {
  const { t } = useTranslation()
  const { toast } = useAnnouncer()
  const [current, setCurrent] = useState('')
  const [password, setPassword] = useState('')
  const save = useMutation({
    mutationFn: () => api('PUT /account/password', { body: { current: current || undefined, password } }),
    onSuccess: () => {
      setCurrent('')
      setPassword('')
      void queryClient.invalidateQueries({ queryKey: sessionQuery.queryKey })
      toast(t('account.passwordSaved'))
    },
  })
  const { beside, above } = useFieldErrors(save.error, ['password'])
  return (
    <Form onSubmit={() => save.mutate()} error={above} label={t('account.password')}>
      <input type="email" name="username" autoComplete="username" value={account.email} readOnly hidden />
      {account.hasPassword ? (
        <TextField
          label={t('account.currentPassword')}
          hint={t('account.currentHint')}
          type="password"
          autoComplete="current-password"
          value={current}
          onChange={(event) => setCurrent(event.target.value)}
          dir="ltr"
        />
      ) : null}
      <TextField
        label={t('field.newPassword')}
        hint={t('account.passwordHint')}
        type="password"
        autoComplete="new-password"
        required
        minLength={10}
        value={password}
        error={beside.password}
        onChange={(event) => setPassword(event.target.value)}
        dir="ltr"
      />
      <FormActions>
        <Button type="submit" busy={save.isPending}>
          {account.hasPassword ? t('account.changePassword') : t('account.setPassword')}
        </Button>
      </FormActions>
    </Form>
  )
}

function Appearance() {
  const { t } = useTranslation()
  const theme = useTheme()
  return (
    <Choice
      label={t('shell.theme')}
      name="theme"
      value={theme}
      onChange={chooseTheme}
      options={[
        { value: 'system', label: t('theme.system') },
        { value: 'light', label: t('theme.light') },
        { value: 'dark', label: t('theme.dark') },
      ]}
    />
  )
}
