import { useTranslation } from 'react-i18next'
import { defaultChecks } from '../../server/checks/settings.js'
import type { ProjectSettings } from '../../server/contract/project.js'
import { LinkRules, linksOf, writtenLinks, type WrittenLink } from './LinkRules.js'
import { CheckField, Choice, SelectField, TextField } from './Field.js'
import { draftsOf, formatRulesOf, type RuleDraft } from './FormatRules.js'
import { joinNames, splitNames } from './nameList.js'

/** The form's own copy of the settings: what is typed as a list stays as it was typed. */
export interface Rules extends Omit<ProjectSettings, 'frontMatter' | 'formatRules' | 'links'> {
  frontMatter: string
  formatRules: RuleDraft[]
  links: WrittenLink[]
}

export const newRules: Rules = {
  segmentation: 'block',
  approvalsRequired: 1,
  selfApproval: false,
  frontMatter: 'title, description',
  formatRules: [],
  checks: defaultChecks,
  links: [],
}
export const rulesOf = (settings: ProjectSettings): Rules => ({
  ...settings,
  frontMatter: joinNames(settings.frontMatter),
  formatRules: draftsOf(settings.formatRules),
  links: writtenLinks(settings.links),
})
export const settingsOf = (rules: Rules): ProjectSettings => ({
  ...rules,
  frontMatter: splitNames(rules.frontMatter),
  formatRules: formatRulesOf(rules.formatRules),
  links: linksOf(rules.links),
})

/** How documents of a project are cut, and when a translation is good enough to be published. */
export function ProjectRules({ rules, onChange }: { rules: Rules; onChange: (rules: Rules) => void }) {
  const { t } = useTranslation()
  return (
    <>
      <Choice
        label={t('rules.segmentation')}
        name="segmentation"
        value={rules.segmentation}
        onChange={(segmentation) => onChange({ ...rules, segmentation })}
        options={[
          { value: 'block', label: t('rules.block'), hint: t('rules.blockHint') },
          { value: 'sentence', label: t('rules.sentence'), hint: t('rules.sentenceHint') },
        ]}
      />
      <SelectField
        label={t('rules.approvals')}
        hint={t('rules.approvalsHint')}
        value={rules.approvalsRequired}
        onChange={(event) => onChange({ ...rules, approvalsRequired: Number(event.target.value) })}
      >
        {[0, 1, 2, 3, 4, 5].map((count) => (
          <option key={count} value={count}>
            {t('rules.approvalCount', { count })}
          </option>
        ))}
      </SelectField>
      <CheckField
        label={t('rules.selfApproval')}
        hint={t('rules.selfApprovalHint')}
        checked={rules.selfApproval}
        disabled={rules.approvalsRequired === 0}
        onChange={(event) => onChange({ ...rules, selfApproval: event.target.checked })}
      />
      <TextField
        label={t('rules.frontMatter')}
        hint={t('rules.frontMatterHint')}
        value={rules.frontMatter}
        onChange={(event) => onChange({ ...rules, frontMatter: event.target.value })}
        dir="ltr"
      />
      <LinkRules links={rules.links} onChange={(links) => onChange({ ...rules, links })} />
    </>
  )
}
