import { type ReactNode, useMemo, useState } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { ComboBox } from 'react-aria-components/ComboBox'
import { FieldError } from 'react-aria-components/FieldError'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { Text } from 'react-aria-components/Text'
import { useTranslation } from 'react-i18next'
import { canonicalLocale } from '../../server/document/language.js'
import { useFormat } from '../i18n/format.js'
import { languageProps } from '../i18n/languages.js'
import field from './Field.module.css'
import { CrossIcon, OpenIcon } from './icons.js'
import { findLanguages, languageChoices } from './languageChoices.js'
import styles from './LanguagePicker.module.css'

interface Picker {
  label: ReactNode
  hint?: ReactNode
  error?: ReactNode
}

/** Finds a language by its name, its own name or its tag. */
function LanguageBox({
  label,
  hint,
  error,
  selected,
  text,
  exclude,
  onText,
  onPick,
  onLeave,
}: Picker & { selected: string | null; text: string; exclude: readonly string[]; onText: (text: string) => void; onPick: (tag: string) => void; onLeave?: () => void }) {
  const { t, i18n } = useTranslation()
  const format = useFormat()
  const items = useMemo(() => {
    const query = selected && text === format.language(selected) ? '' : text
    const found = findLanguages(languageChoices(i18n.language), query).filter((choice) => !exclude.includes(choice.tag))
    const tag = canonicalLocale(query)
    const other = tag && query.length > 1 && !exclude.includes(tag) && !found.some((choice) => choice.tag === tag) ? [{ tag, name: format.language(tag), ownName: '' }] : []
    return [...found, ...other].map((choice) => ({ ...choice, id: choice.tag }))
  }, [text, selected, exclude, format, i18n.language])
  return (
    <ComboBox
      className={field.field ?? ''}
      inputValue={text}
      onInputChange={onText}
      items={items}
      value={selected}
      onChange={(key) => (key === null ? undefined : onPick(String(key)))}
      onBlur={onLeave}
      isInvalid={Boolean(error)}
      menuTrigger="focus"
      allowsEmptyCollection
    >
      <Label className={field.label ?? ''}>{label}</Label>
      <div className={styles.box}>
        <Input className={field.control ?? ''} placeholder={t('languages.search')} {...(error ? { 'aria-invalid': true } : {})} />
        <AriaButton className={styles.open ?? ''}>
          <OpenIcon aria-hidden="true" />
        </AriaButton>
      </div>
      {hint ? (
        <Text slot="description" className={field.hint ?? ''}>
          {hint}
        </Text>
      ) : null}
      <FieldError className={field.error ?? ''}>{error}</FieldError>
      <Popover className={styles.popover ?? ''}>
        <ListBox<(typeof items)[number]> className={styles.list ?? ''} renderEmptyState={() => <p className={styles.none}>{t('languages.none')}</p>}>
          {(item) => (
            <ListBoxItem id={item.id} textValue={item.name} className={styles.item ?? ''}>
              <span className={styles.name}>{item.name}</span>
              {item.ownName && item.ownName !== item.name ? (
                <bdi className={styles.own} lang={languageProps(item.tag).lang}>
                  {item.ownName}
                </bdi>
              ) : null}
              <code className={styles.tag}>{item.tag}</code>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}

/** One language. */
export function LanguageField({ value, onChange, ...picker }: Picker & { value: string | null; onChange: (tag: string) => void }) {
  const format = useFormat()
  const [typed, setTyped] = useState<string | null>(null)
  const shown = typed ?? (value ? format.language(value) : '')
  return (
    <LanguageBox
      {...picker}
      selected={value}
      text={shown}
      exclude={[]}
      onText={setTyped}
      onPick={(tag) => {
        onChange(tag)
        setTyped(null)
      }}
      onLeave={() => setTyped(null)}
    />
  )
}

/** Any number of languages: what is picked becomes a chip that can be taken off. */
export function LanguagesField({
  value,
  onChange,
  exclude = [],
  ...picker
}: Picker & { value: readonly string[]; onChange: (tags: string[]) => void; exclude?: readonly string[] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const [text, setText] = useState('')
  // Its list closes when what is selected changes; the last one picked is that, until it is taken off again.
  const [picked, setPicked] = useState<string | null>(null)
  const taken = useMemo(() => [...value, ...exclude], [value, exclude])
  const sorted = [...value].sort((a, b) => format.compare(format.language(a), format.language(b)))
  return (
    <div className={field.field}>
      <LanguageBox
        {...picker}
        selected={picked !== null && value.includes(picked) ? picked : null}
        text={text}
        exclude={taken}
        onText={setText}
        onPick={(tag) => {
          if (!taken.includes(tag)) onChange([...value, tag])
          setPicked(tag)
          setText('')
        }}
      />
      {sorted.length ? (
        <ul className={styles.chips} aria-label={t('languages.chosen')}>
          {sorted.map((tag) => (
            <li key={tag} className={styles.chip}>
              {format.language(tag)}
              <button type="button" aria-label={t('languages.remove', { language: format.language(tag) })} onClick={() => onChange(value.filter((each) => each !== tag))}>
                <CrossIcon aria-hidden="true" />
              </button>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}
