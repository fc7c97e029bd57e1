import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { NameCode } from './codeChips.js'

/** Names codes for people: "bold, begins", "link to https://…, ends". */
export function useNameCode(): NameCode {
  const { t } = useTranslation()
  return useCallback<NameCode>(
    (code, side, id) => {
      const names: Record<string, string> = {
        strong: t('workbench.code.strong'),
        emphasis: t('workbench.code.emphasis'),
        link: t('workbench.code.link', { label: code?.label ?? '' }),
        image: t('workbench.code.image', { label: code?.label ?? '' }),
        code: t('workbench.code.code', { label: code?.label ?? '' }),
        break: t('workbench.code.break'),
        strikethrough: t('workbench.code.strikethrough'),
        footnote: t('workbench.code.footnote'),
        underline: t('workbench.code.underline'),
        speaker: t('workbench.code.speaker', { label: code?.label ?? '' }),
        position: t('workbench.code.position', { label: code?.label ?? '' }),
        time: t('workbench.code.time', { label: code?.label ?? '' }),
        language: t('workbench.code.language', { label: code?.label ?? '' }),
      }
      const name = code ? (names[code.type] ?? t('workbench.code.other', { type: code.type, label: code.label ?? '' })) : t('workbench.code.unknown', { id })
      if (side === 'single') return name
      return side === 'open' ? t('workbench.code.begins', { name }) : t('workbench.code.ends', { name })
    },
    [t],
  )
}
