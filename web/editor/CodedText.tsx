import { Fragment, type ReactNode } from 'react'
import { parseText } from '../../server/document/codes.js'
import type { Code } from '../../server/document/unit.js'
import './chip.css'
import { type CodeSide, glyphOf, tagOf } from './locateCodes.js'
import { useNameCode } from './useNameCode.js'

/** A code on its own, as in lists of codes. */
export function CodeChip({ code, side, all, id }: { code: Code | null; side: CodeSide; all: readonly Code[]; id: number }) {
  const name = useNameCode()(code, side, id)
  return (
    <span className={`code-chip ${side}${code ? '' : ' unknown'}`} role="img" aria-label={name} title={name} data-tag={tagOf(side, id)}>
      {code ? glyphOf(code, all) : id}
    </span>
  )
}

/** A text with its codes as chips, and what stands between a pair as it will look. */
export function CodedText({ text, codes }: { text: string; codes: readonly Code[] }) {
  const byId = new Map(codes.map((code) => [code.id, code]))
  const open: number[] = []
  return parseText(text).map((part, index): ReactNode => {
    if (part.type === 'text') {
      const looks = open.map((id) => `code-${byId.get(id)?.type ?? 'other'}`)
      return looks.length > 0 ? (
        <span key={index} className={looks.join(' ')}>
          {part.text}
        </span>
      ) : (
        <Fragment key={index}>{part.text}</Fragment>
      )
    }
    if (part.type === 'open') open.push(part.id)
    if (part.type === 'close' && open.includes(part.id)) open.splice(open.lastIndexOf(part.id), 1)
    return <CodeChip key={index} code={byId.get(part.id) ?? null} side={part.type} all={codes} id={part.id} />
  })
}
