import { type Ref, useEffect, useEffectEvent, useImperativeHandle, useRef } from 'react'
import type { Code } from '../../server/document/unit.js'
import { languageProps } from '../i18n/languages.js'
import type { EditorHandle } from './mountEditor.js'
import { useNameCode } from './useNameCode.js'
import styles from './TargetEditor.module.css'

// CodeMirror is a chunk of its own: nobody waits for it to see the document.
let module: Promise<typeof import('./mountEditor.js')> | null = null
export const preloadEditor = (): Promise<typeof import('./mountEditor.js')> => (module ??= import('./mountEditor.js'))

interface TargetEditorProps {
  /** The text to begin with; later ones go through the handle. */
  text: string
  codes: readonly Code[]
  locale: string
  label: string
  readOnly?: boolean
  /** Takes the caret as soon as it is there. */
  autoFocus: boolean
  onType: (text: string) => void
  ref: Ref<EditorHandle>
}

/** Where a translation is written. Until the editor is loaded the text stands there already, so nothing moves when it comes. */
export function TargetEditor({ text, codes, locale, label, readOnly = false, autoFocus, onType, ref }: TargetEditorProps) {
  const host = useRef<HTMLDivElement>(null)
  const handle = useRef<EditorHandle | null>(null)
  const nameCode = useNameCode()
  const { lang, dir } = languageProps(locale)
  const typed = useEffectEvent(onType)
  const setup = useEffectEvent(() => ({ text, codes, nameCode, lang, dir, label, readOnly, onType: typed }))
  const wantsFocus = useEffectEvent(() => autoFocus)

  useEffect(() => {
    let gone = false
    void preloadEditor().then(({ mountEditor }) => {
      if (gone || !host.current) return
      handle.current = mountEditor(host.current, setup())
      if (wantsFocus()) handle.current.focus()
    })
    return () => {
      gone = true
      handle.current?.destroy()
      handle.current = null
    }
  }, [])
  useEffect(() => handle.current?.setLabel(label), [label])

  useImperativeHandle(ref, () => ({
    focus: () => handle.current?.focus(),
    replace: (next) => handle.current?.replace(next),
    insert: (next) => handle.current?.insert(next),
    insertMissing: (source) => handle.current?.insertMissing(source) ?? false,
    setLabel: (next) => handle.current?.setLabel(next),
    destroy: () => handle.current?.destroy(),
  }))

  return (
    <div ref={host} className={`text ${styles.editor}`} lang={lang} dir={dir}>
      {text}
    </div>
  )
}
