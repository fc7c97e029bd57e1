import { useMutation, useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Project } from '../../server/contract/project.js'
import { ApiRefusal, api } from '../api/client.js'
import { projectQuery, queryClient } from '../api/queries.js'
import { useAnnouncer } from '../components/Announcer.js'
import { Button } from '../components/Button.js'
import { CheckRules } from '../components/CheckRules.js'
import { Confirm } from '../components/Dialog.js'
import { TextField } from '../components/Field.js'
import { Form, FormActions, useFieldErrors } from '../components/Form.js'
import { FormatRules } from '../components/FormatRules.js'
import { LanguagesField } from '../components/LanguagePicker.js'
import { PageShell, Section } from '../components/PageShell.js'
import { ProjectRules, rulesOf, settingsOf } from '../components/ProjectRules.js'
import { ProjectTabs } from '../components/ProjectTabs.js'
import { ErrorState, Loaded, Notice, RefusalNotice } from '../components/States.js'
import { useFormat } from '../i18n/format.js'

export default function ProjectSettingsPage() {
  const { t } = useTranslation()
  const { project: slug } = useParams({ from: '/signed-in/$project/settings' })
  const query = useQuery(projectQuery(slug))
  return (
    <PageShell
      title={t('settings.title')}
      width="form"
      crumbs={[{ label: query.data?.name ?? slug, to: '/$project', params: { project: slug } }]}
      tabs={query.isLoadingError ? null : <ProjectTabs project={slug} manage={query.data?.may.manage ?? true} />}
    >
      <Loaded query={query}>
        {(project) =>
          project.may.manage ? (
            <>
              <SettingsForm key={project.id} project={project} />
              <Archive project={project} />
            </>
          ) : (
            <ErrorState error={new ApiRefusal('forbidden', '')} />
          )
        }
      </Loaded>
    </PageShell>
  )
}

function SettingsForm({ project }: { project: Project }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { toast } = useAnnouncer()
  const [name, setName] = useState(project.name)
  const [locales, setLocales] = useState<string[]>(project.locales)
  const [rules, setRules] = useState(rulesOf(project.settings))
  const settings = settingsOf(rules)
  const readsOtherwise = settings.segmentation !== project.settings.segmentation || JSON.stringify(settings.formatRules) !== JSON.stringify(project.settings.formatRules)
  const dropped = project.locales.filter((tag) => !locales.includes(tag))
  const save = useMutation({
    mutationFn: () => api('PATCH /projects/:project', { params: { project: project.slug }, body: { name, locales, settings } }),
    onSuccess: (saved) => {
      queryClient.setQueryData(projectQuery(project.slug).queryKey, saved)
      void queryClient.invalidateQueries({ queryKey: ['projects'] })
      toast(t('settings.saved'))
    },
  })
  const { beside, above } = useFieldErrors(save.error, ['name', 'locales'])
  return (
    <Form onSubmit={() => save.mutate()} error={above}>
      <TextField
        label={t('field.name')}
        required
        maxLength={200}
        value={name}
        error={beside.name}
        onChange={(event) => setName(event.target.value)}
        dir="auto"
        autoComplete="off"
      />
      <LanguagesField
        label={t('field.targetLanguages')}
        hint={t('settings.source', { language: format.language(project.sourceLocale) })}
        value={locales}
        onChange={setLocales}
        exclude={[project.sourceLocale]}
        error={beside.locales}
      />
      {dropped.length ? <Notice tone="warning">{t('settings.dropped', { languages: format.list(dropped.map(format.language)) })}</Notice> : null}
      <ProjectRules rules={rules} onChange={setRules} />
      <FormatRules
        project={project.slug}
        paths={project.documentList.map(({ path }) => path)}
        rules={rules.formatRules}
        onChange={(formatRules) => setRules({ ...rules, formatRules })}
      />
      <CheckRules checks={rules.checks} onChange={(checks) => setRules({ ...rules, checks })} />
      {readsOtherwise ? <Notice tone="warning">{t('settings.segmentationChanged')}</Notice> : null}
      <FormActions>
        <Button type="submit" look="primary" busy={save.isPending}>
          {t('action.save')}
        </Button>
      </FormActions>
    </Form>
  )
}

function Archive({ project }: { project: Project }) {
  const { t } = useTranslation()
  const { toast } = useAnnouncer()
  const [asking, setAsking] = useState(false)
  const archived = project.archivedAt !== null
  const archive = useMutation({
    mutationFn: () => api('PATCH /projects/:project', { params: { project: project.slug }, body: { archived: !archived } }),
    onSuccess: (saved) => {
      queryClient.setQueryData(projectQuery(project.slug).queryKey, saved)
      void queryClient.invalidateQueries({ queryKey: ['projects'] })
      toast(saved.archivedAt === null ? t('settings.restored') : t('settings.archived'))
    },
    onSettled: () => setAsking(false),
  })
  return (
    <Section title={archived ? t('settings.restoreTitle') : t('settings.archiveTitle')}>
      <p>{archived ? t('settings.restoreWhat') : t('settings.archiveWhat')}</p>
      <RefusalNotice error={archive.error} />
      <div>
        <Button look={archived ? 'plain' : 'danger'} busy={archive.isPending} onClick={() => (archived ? archive.mutate() : setAsking(true))}>
          {archived ? t('action.restore') : t('settings.archive')}
        </Button>
      </div>
      {asking ? (
        <Confirm
          title={t('settings.archiveAsk', { name: project.name })}
          verb={t('settings.archive')}
          busy={archive.isPending}
          onConfirm={() => archive.mutate()}
          onClose={() => setAsking(false)}
        >
          <p>{t('settings.archiveWhat')}</p>
        </Confirm>
      ) : null}
    </Section>
  )
}
