import { useTranslation } from 'react-i18next'
import type { ProjectSettings } from '../../server/contract/project.js'
import { TextField } from './Field.js'

type Limits = ProjectSettings['checks']

/** Beyond what a translation of a caption gets a warning. An empty field asks nothing. */
export function CheckRules({ checks, onChange }: { checks: Limits; onChange: (checks: Limits) => void }) {
  const { t } = useTranslation()
  const limit = (name: keyof Limits, label: string, hint: string, most: number) => (
    <TextField
      label={label}
      hint={hint}
      type="number"
      min={1}
      max={most}
      value={checks[name] ?? ''}
      onChange={({ target }) => onChange({ ...checks, [name]: target.value === '' ? null : target.valueAsNumber })}
    />
  )
  return (
    <>
      {limit('readingSpeed', t('rules.readingSpeed'), t('rules.readingSpeedHint'), 100)}
      {limit('lineLength', t('rules.lineLength'), t('rules.lineLengthHint'), 1000)}
      {limit('lineCount', t('rules.lineCount'), t('rules.lineCountHint'), 100)}
    </>
  )
}
