import { Fragment, type ReactNode } from 'react'
import { parseText } from '../../server/document/codes.js'
import type { Code } from '../../server/document/unit.js'
import styles from './RenderedText.module.css'

/** A text as a reader sees it: codes are what they stand for. A link is shown as one and leads nowhere. */
export function RenderedText({ text, codes }: { text: string; codes: readonly Code[] }) {
  const byId = new Map(codes.map((code) => [code.id, code]))
  const levels: { id: number; nodes: ReactNode[] }[] = [{ id: 0, nodes: [] }]
  parseText(text).forEach((part, key) => {
    const here = levels.at(-1)!.nodes
    if (part.type === 'text') here.push(<Fragment key={key}>{part.text}</Fragment>)
    else if (part.type === 'single') here.push(<Single key={key} code={byId.get(part.id)} />)
    else if (part.type === 'open') levels.push({ id: part.id, nodes: [] })
    else if (levels.at(-1)!.id === part.id && levels.length > 1) {
      const { id, nodes } = levels.pop()!
      levels.at(-1)!.nodes.push(
        <Pair key={key} code={byId.get(id)}>
          {nodes}
        </Pair>,
      )
    }
  })
  return levels.flatMap(({ nodes }) => nodes)
}

function Pair({ code, children }: { code: Code | undefined; children: ReactNode }) {
  if (code?.type === 'strong') return <strong>{children}</strong>
  if (code?.type === 'emphasis') return <em>{children}</em>
  if (code?.type === 'code') return <code>{children}</code>
  if (code?.type === 'link')
    return (
      <span className={styles.link} title={code.label}>
        {children}
      </span>
    )
  return <span className={code?.type === 'image' ? styles.image : undefined}>{children}</span>
}

function Single({ code }: { code: Code | undefined }) {
  if (code?.type === 'break') return <br />
  if (code?.type === 'code') return <code>{code.label}</code>
  return code?.type === 'image' ? <span className={styles.image}>{code.label}</span> : null
}
