import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ProjectSettings } from '../../server/contract/project.js'
import { elementsPattern, readElements, writeElements } from '../../server/document/elementTreatment.js'
import { longestItsRules } from '../../server/workflow/settings.js'
import { Button } from './Button.js'
import { CheckField, Field, TextField } from './Field.js'
import field from './Field.module.css'
import styles from './FormatRules.module.css'
import { joinNames, splitNames } from './nameList.js'

type FormatRule = ProjectSettings['formatRules'][number]
type ItsFile = NonNullable<FormatRule['its']>

/** What only some formats know of, as it stands in the form: what is empty is as in the project. */
export interface OptionsDraft {
  comments: boolean | undefined
  layouts: boolean | undefined
  attributes: string
  protect: string
  elements: string
  its: ItsFile | null
}

export const optionsDraftOf = ({ comments, layouts, attributes, protect, elements, its }: Partial<FormatRule>): OptionsDraft => ({
  comments,
  layouts,
  attributes: joinNames(attributes ?? []),
  protect: joinNames(protect ?? []),
  elements: writeElements(elements ?? {}),
  its: its ?? null,
})

export function formatOptionsOf({ comments, layouts, attributes, protect, elements, its }: OptionsDraft): Partial<FormatRule> {
  const read = readElements(elements)
  return {
    ...(comments !== undefined && { comments }),
    ...(layouts !== undefined && { layouts }),
    ...(attributes.trim() !== '' && { attributes: splitNames(attributes) }),
    ...(protect.trim() !== '' && { protect: splitNames(protect) }),
    ...(typeof read !== 'string' && elements.trim() !== '' && { elements: read }),
    ...(its && { its }),
  }
}

interface FormatOptionsProps {
  options: OptionsDraft
  onChange: (change: Partial<OptionsDraft>) => void
}

/** The options that only some formats know of. Folded away while none is set. */
export function FormatOptions({ options, onChange }: FormatOptionsProps) {
  const { t } = useTranslation()
  const [open] = useState(() => Object.keys(formatOptionsOf(options)).length > 0)
  const { comments, layouts, attributes, protect, elements, its } = options
  const read = readElements(elements)
  const code = { dir: 'ltr', autoComplete: 'off', spellCheck: false } as const
  return (
    <details open={open} className={styles.options}>
      <summary>{t('formatRules.options')}</summary>
      <CheckField
        label={t('formatRules.comments')}
        hint={t('formatRules.commentsHint')}
        checked={comments === true}
        onChange={({ target }) => onChange({ comments: target.checked || undefined })}
      />
      <CheckField
        label={t('formatRules.layouts')}
        hint={t('formatRules.layoutsHint')}
        checked={layouts === true}
        onChange={({ target }) => onChange({ layouts: target.checked || undefined })}
      />
      <TextField
        label={t('formatRules.attributes')}
        hint={t('formatRules.attributesHint', { example: '\u2066data-title, data-label\u2069' })}
        value={attributes}
        onChange={({ target }) => onChange({ attributes: target.value })}
        {...code}
      />
      <TextField
        label={t('formatRules.protect')}
        hint={t('formatRules.protectHint', { example: '\u2066kbd, .no-translate\u2069' })}
        value={protect}
        onChange={({ target }) => onChange({ protect: target.value })}
        {...code}
      />
      <TextField
        label={t('formatRules.elements')}
        hint={t('formatRules.elementsHint', { example: '\u2066code=protected, @alt=translated\u2069' })}
        error={typeof read === 'string' ? t('formatRules.elementsWrong', { setting: `\u2066${read}\u2069` }) : undefined}
        value={elements}
        onChange={({ target }) => onChange({ elements: target.value })}
        pattern={elementsPattern}
        {...code}
      />
      <ItsField file={its} onChange={(file) => onChange({ its: file })} />
    </details>
  )
}

/** Whether a file can be used is said when the settings are saved. */
function ItsField({ file, onChange }: { file: ItsFile | null; onChange: (file: ItsFile | null) => void }) {
  const { t } = useTranslation()
  const [tooLong, setTooLong] = useState<string | null>(null)
  const take = async (chosen: File) => {
    const text = await chosen.text()
    setTooLong(text.length > longestItsRules ? chosen.name : null)
    if (text.length <= longestItsRules) onChange({ name: chosen.name, text })
  }
  if (file)
    return (
      <div>
        <span className={field.label}>{t('formatRules.its')}</span>
        <p className={styles.file}>
          <bdi>{file.name}</bdi>
          <Button onClick={() => onChange(null)}>{t('formatRules.srxRemove', { file: file.name })}</Button>
        </p>
      </div>
    )
  return (
    <Field label={t('formatRules.its')} hint={t('formatRules.itsHint')} error={tooLong === null ? undefined : t('formatRules.itsTooLong', { file: tooLong })}>
      {(wiring) => (
        <input
          {...wiring}
          type="file"
          accept=".xml,.its"
          onChange={({ target }) => {
            const chosen = target.files?.[0]
            if (chosen) void take(chosen)
          }}
        />
      )}
    </Field>
  )
}
