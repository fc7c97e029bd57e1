import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { reservedSlugs, slugOf } from '../../server/workflow/slugs.js'
import { ApiRefusal, api } from '../api/client.js'
import { queryClient, sessionQuery } from '../api/queries.js'
import { Button } from '../components/Button.js'
import { TextField } from '../components/Field.js'
import { Form, FormActions, useFieldErrors } from '../components/Form.js'
import { LanguageField, LanguagesField } from '../components/LanguagePicker.js'
import { PageShell } from '../components/PageShell.js'
import { newRules, ProjectRules, settingsOf } from '../components/ProjectRules.js'
import { ErrorState } from '../components/States.js'

export default function NewProjectPage() {
  const { t } = useTranslation()
  const { data: session } = useQuery(sessionQuery)
  return (
    <PageShell title={t('newProject.title')} width="form">
      {session?.account?.siteRole === 'member' ? <ErrorState error={new ApiRefusal('forbidden', '')} /> : <NewProjectForm />}
    </PageShell>
  )
}

function NewProjectForm() {
  const { t, i18n } = useTranslation()
  const navigate = useNavigate()
  const [name, setName] = useState('')
  const [typedSlug, setSlug] = useState<string | null>(null)
  const [sourceLocale, setSourceLocale] = useState(i18n.language)
  const [locales, setLocales] = useState<string[]>([])
  const [rules, setRules] = useState(newRules)
  const slug = typedSlug ?? slugOf(name)
  const create = useMutation({
    mutationFn: () => api('POST /projects', { body: { name, slug: slug || undefined, sourceLocale, locales, settings: settingsOf(rules) } }),
    onSuccess: (project) => {
      queryClient.setQueryData(['project', project.slug], project)
      void queryClient.invalidateQueries({ queryKey: ['projects'] })
      void queryClient.invalidateQueries({ queryKey: ['session'] })
      void navigate({ to: '/$project', params: { project: project.slug } })
    },
  })
  const { beside, above } = useFieldErrors(create.error, ['name', 'slug', 'sourceLocale', 'locales'])
  const reserved = reservedSlugs.has(slug)
  return (
    <Form onSubmit={() => (reserved ? undefined : create.mutate())} error={above}>
      <TextField
        label={t('field.name')}
        name="name"
        required
        maxLength={200}
        value={name}
        error={beside.name}
        onChange={(event) => setName(event.target.value)}
        dir="auto"
        autoComplete="off"
      />
      <TextField
        label={t('field.slug')}
        hint={t('newProject.slugHint', { example: `\u2066${location.host}/${slug || '…'}\u2069` })}
        name="slug"
        pattern="[a-z0-9]+(-[a-z0-9]+)*"
        title={t('newProject.slugRule')}
        maxLength={64}
        value={slug}
        error={reserved ? t('refusal.slug-reserved', { slug }) : beside.slug}
        onChange={(event) => setSlug(event.target.value)}
        dir="ltr"
        autoComplete="off"
        spellCheck={false}
      />
      <LanguageField label={t('field.sourceLanguage')} hint={t('newProject.sourceHint')} value={sourceLocale} onChange={setSourceLocale} error={beside.sourceLocale} />
      <LanguagesField label={t('field.targetLanguages')} hint={t('newProject.targetsHint')} value={locales} onChange={setLocales} exclude={[sourceLocale]} error={beside.locales} />
      <ProjectRules rules={rules} onChange={setRules} />
      <FormActions>
        <Button type="submit" look="primary" busy={create.isPending}>
          {t('newProject.create')}
        </Button>
      </FormActions>
    </Form>
  )
}
