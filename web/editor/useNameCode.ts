import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { CodeType } from '../../server/document/codeType.js'
import type { NameCode } from './codeChips.js'

/** Names codes for people: "bold, begins", "link to https://…, ends". */
export function useNameCode(): NameCode {
  const { t } = useTranslation()
  return useCallback<NameCode>(
    (code, side, id) => {
      const label = code?.label ?? ''
      const names: Record<CodeType, string> = {
        anchor: t('workbench.code.anchor', { label }),
        attributes: t('workbench.code.attributes', { label }),
        bookmark: t('workbench.code.bookmark', { label }),
        break: t('workbench.code.break'),
        button: t('workbench.code.button'),
        class: t('workbench.code.class', { label }),
        code: t('workbench.code.code', { label }),
        comment: t('workbench.code.comment'),
        deletion: t('workbench.code.deletion', { label }),
        direction: t('workbench.code.direction'),
        emphasis: t('workbench.code.emphasis'),
        entity: t('workbench.code.entity', { label }),
        expression: t('workbench.code.expression', { label }),
        field: t('workbench.code.field', { label }),
        font: t('workbench.code.font', { label }),
        footnote: t('workbench.code.footnote'),
        format: t('workbench.code.format', { label }),
        formula: t('workbench.code.formula', { label }),
        hidden: t('workbench.code.hidden'),
        highlight: t('workbench.code.highlight'),
        html: t('workbench.code.element', { label }),
        image: t('workbench.code.image', { label }),
        index: t('workbench.code.index', { label }),
        insertion: t('workbench.code.insertion'),
        keyboard: t('workbench.code.keyboard', { label }),
        language: t('workbench.code.language', { label }),
        link: t('workbench.code.link', { label }),
        mark: t('workbench.code.mark'),
        math: t('workbench.code.formula', { label }),
        menu: t('workbench.code.menu', { label }),
        object: t('workbench.code.object', { label }),
        position: t('workbench.code.position', { label }),
        ruby: t('workbench.code.ruby', { label }),
        'ruby-text': t('workbench.code.rubyText'),
        speaker: t('workbench.code.speaker', { label }),
        strikethrough: t('workbench.code.strikethrough'),
        strong: t('workbench.code.strong'),
        style: t('workbench.code.style', { label }),
        subscript: t('workbench.code.subscript'),
        superscript: t('workbench.code.superscript'),
        symbol: t('workbench.code.symbol', { label }),
        tab: t('workbench.code.tab'),
        tag: t('workbench.code.element', { label }),
        template: t('workbench.code.template', { label }),
        time: t('workbench.code.time', { label }),
        title: t('workbench.code.title', { label }),
        underline: t('workbench.code.underline'),
        variable: t('workbench.code.variable', { label }),
        xml: t('workbench.code.element', { label }),
      }
      const name = code
        ? (Object.hasOwn(names, code.type) ? names[code.type as CodeType] : t('workbench.code.other', { type: code.type, label })).trim()
        : t('workbench.code.unknown', { id })
      if (side === 'single') return name
      return side === 'open' ? t('workbench.code.begins', { name }) : t('workbench.code.ends', { name })
    },
    [t],
  )
}
