import { useMutation } from '@tanstack/react-query'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { ProjectSettings } from '../../server/contract/project.js'
import { matchesGlob } from '../../server/workflow/glob.js'
import { api } from '../api/client.js'
import { Button } from './Button.js'
import { Field, SelectField, TextField } from './Field.js'
import field from './Field.module.css'
import styles from './FormatRules.module.css'
import { FormatOptions, formatOptionsOf, optionsDraftOf, type OptionsDraft } from './FormatOptions.js'
import { joinNames, splitNames } from './nameList.js'
import { RefusalNotice } from './States.js'

type FormatRule = ProjectSettings['formatRules'][number]
type SrxFile = NonNullable<FormatRule['srx']>

/** A rule as it stands in the form: what is empty is as in the project. */
export interface RuleDraft extends OptionsDraft {
  key: string
  files: string
  segmentation: '' | 'block' | 'sentence'
  frontMatter: string
  srx: SrxFile | null
}

const newDraft = (): RuleDraft => ({ key: crypto.randomUUID(), files: '', segmentation: '', frontMatter: '', srx: null, ...optionsDraftOf({}) })

export const draftsOf = (rules: readonly FormatRule[]): RuleDraft[] =>
  rules.map(({ files, segmentation, frontMatter, srx, ...options }): RuleDraft => ({
    ...newDraft(),
    ...optionsDraftOf(options),
    files,
    segmentation: segmentation ?? '',
    frontMatter: joinNames(frontMatter ?? []),
    srx: srx ?? null,
  }))

export const formatRulesOf = (drafts: readonly RuleDraft[]): FormatRule[] =>
  drafts.map(({ files, segmentation, frontMatter, srx, ...options }) => ({
    files,
    ...(segmentation !== '' && { segmentation }),
    ...(frontMatter.trim() !== '' && { frontMatter: splitNames(frontMatter) }),
    ...(srx && { srx }),
    ...formatOptionsOf(options),
  }))

interface FormatRulesProps {
  project: string
  /** Of its documents, to say how many a pattern fits. */
  paths: readonly string[]
  rules: readonly RuleDraft[]
  onChange: (rules: RuleDraft[]) => void
}

/** What is read otherwise in documents whose paths fit a pattern. */
export function FormatRules({ project, paths, rules, onChange }: FormatRulesProps) {
  const { t } = useTranslation()
  const added = useRef<string | null>(null)
  const adding = useRef<HTMLButtonElement>(null)
  const add = () => {
    const rule = newDraft()
    added.current = rule.key
    onChange([...rules, rule])
  }
  const remove = (key: string) => {
    onChange(rules.filter((rule) => rule.key !== key))
    adding.current?.focus()
  }
  return (
    <fieldset className={field.field}>
      <legend className={field.label}>{t('formatRules.title')}</legend>
      <p className={field.hint}>{t('formatRules.hint')}</p>
      {rules.map((rule, index) => (
        <fieldset key={rule.key} className={styles.rule}>
          <legend className={field.label}>{t('formatRules.rule', { number: index + 1 })}</legend>
          <RuleFields
            project={project}
            paths={paths}
            rule={rule}
            onChange={(changed) => onChange(rules.map((each) => (each.key === rule.key ? changed : each)))}
            filesRef={(input) => {
              if (input && added.current === rule.key) input.focus()
              if (added.current === rule.key) added.current = null
            }}
          />
          <div>
            <Button onClick={() => remove(rule.key)}>{t('formatRules.remove', { number: index + 1 })}</Button>
          </div>
        </fieldset>
      ))}
      <div>
        <Button ref={adding} onClick={add}>
          {t('formatRules.add')}
        </Button>
      </div>
    </fieldset>
  )
}

interface RuleFieldsProps extends Pick<FormatRulesProps, 'project' | 'paths'> {
  rule: RuleDraft
  onChange: (rule: RuleDraft) => void
  filesRef: (input: HTMLInputElement | null) => void
}

/** One control for each option that a rule can set. */
function RuleFields({ project, paths, rule, onChange, filesRef }: RuleFieldsProps) {
  const { t } = useTranslation()
  const set = (change: Partial<RuleDraft>) => onChange({ ...rule, ...change })
  return (
    <>
      <TextField
        ref={filesRef}
        label={t('formatRules.files')}
        hint={t('formatRules.filesHint', { count: paths.filter((path) => matchesGlob(rule.files, path)).length, example: '\u2066docs/**/*.md\u2069' })}
        value={rule.files}
        onChange={(event) => set({ files: event.target.value })}
        required
        maxLength={200}
        dir="ltr"
        autoComplete="off"
        spellCheck={false}
      />
      <SelectField label={t('rules.segmentation')} value={rule.segmentation} onChange={(event) => set({ segmentation: event.target.value as RuleDraft['segmentation'] })}>
        <option value="">{t('formatRules.asProject')}</option>
        <option value="block">{t('rules.block')}</option>
        <option value="sentence">{t('rules.sentence')}</option>
      </SelectField>
      {rule.segmentation === 'block' ? null : <SrxField project={project} file={rule.srx} onChange={(srx) => set({ srx })} />}
      <TextField
        label={t('rules.frontMatter')}
        hint={t('formatRules.frontMatterHint')}
        value={rule.frontMatter}
        onChange={(event) => set({ frontMatter: event.target.value })}
        dir="ltr"
        autoComplete="off"
      />
      <FormatOptions options={rule} onChange={set} />
    </>
  )
}

/** A file is sent as soon as it is chosen; whether it can be used is said when the settings are saved. */
function SrxField({ project, file, onChange }: { project: string; file: SrxFile | null; onChange: (file: SrxFile | null) => void }) {
  const { t } = useTranslation()
  const send = useMutation({
    mutationFn: async (chosen: File) => ({ name: chosen.name, sha256: (await api('POST /projects/:project/uploads', { params: { project }, body: chosen })).sha256 }),
    onSuccess: onChange,
  })
  return (
    <>
      <RefusalNotice error={send.error} />
      {file ? (
        <div>
          <span className={field.label}>{t('formatRules.srx')}</span>
          <p className={styles.file}>
            <bdi>{file.name}</bdi>
            <Button onClick={() => onChange(null)}>{t('formatRules.srxRemove', { file: file.name })}</Button>
          </p>
        </div>
      ) : (
        <Field label={t('formatRules.srx')} hint={t('formatRules.srxHint')}>
          {(wiring) => (
            <input
              {...wiring}
              type="file"
              accept=".srx,.xml"
              disabled={send.isPending}
              onChange={({ target }) => {
                const chosen = target.files?.[0]
                if (chosen) send.mutate(chosen)
              }}
            />
          )}
        </Field>
      )}
    </>
  )
}
