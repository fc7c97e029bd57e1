import { history, historyKeymap, isolateHistory, standardKeymap } from '@codemirror/commands'
import { EditorState, type Extension } from '@codemirror/state'
import { EditorView, keymap } from '@codemirror/view'
import type { Code } from '../../server/document/unit.js'
import chipRules from './chip.css?inline'
import { codeChips, type NameCode } from './codeChips.js'
import editorRules from './editor.css?inline'
import { nextMissing } from './locateCodes.js'

export interface EditorSetup {
  text: string
  codes: readonly Code[]
  nameCode: NameCode
  lang: string
  dir: 'ltr' | 'rtl'
  label: string
  readOnly: boolean
  onType(text: string): void
}

/** What the page does to an open editor. */
export interface EditorHandle {
  focus(): void
  /** Puts another text in place of all; can be undone. */
  replace(text: string): void
  /** Puts a text where the caret is, around or instead of what is selected. */
  insert(text: string): void
  /** Inserts the next code of the source that is missing; false where none is. */
  insertMissing(source: string): boolean
  setLabel(label: string): void
  destroy(): void
}

let sheet: CSSStyleSheet | null = null

/** Constructed once; a style element would be refused by the content security policy. */
function rules(): CSSStyleSheet {
  if (!sheet) {
    sheet = new CSSStyleSheet()
    sheet.replaceSync(chipRules + editorRules)
  }
  return sheet
}

/** Opens an editor inside `host`. It lives in a shadow root, where CodeMirror takes its styles along without a style element in the page. */
export function mountEditor(host: HTMLElement, setup: EditorSetup): EditorHandle {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' })
  const content = { lang: setup.lang, dir: setup.dir, 'aria-label': setup.label, spellcheck: 'true', autocorrect: 'on', autocapitalize: 'sentences', translate: 'no' }
  const extensions: Extension[] = [
    history(),
    keymap.of([...standardKeymap, ...historyKeymap]),
    EditorView.lineWrapping,
    EditorView.contentAttributes.of(content),
    EditorView.updateListener.of((update) => {
      if (update.docChanged) setup.onType(update.state.doc.toString())
    }),
    codeChips(setup.codes, setup.nameCode),
    EditorState.readOnly.of(setup.readOnly),
  ]
  const view = new EditorView({ parent: root, root, state: EditorState.create({ doc: setup.text, selection: { anchor: setup.text.length }, extensions }) })
  // After CodeMirror's own, so that these win.
  root.adoptedStyleSheets = [...root.adoptedStyleSheets.filter((each) => each !== rules()), rules()]
  return {
    focus: () => view.focus(),
    replace: (text) => {
      if (text === view.state.doc.toString()) return
      view.dispatch({
        changes: { from: 0, to: view.state.doc.length, insert: text },
        selection: { anchor: text.length },
        annotations: isolateHistory.of('full'),
        userEvent: 'input',
      })
    },
    insert: (text) => view.dispatch(view.state.replaceSelection(text), { userEvent: 'input' }),
    insertMissing: (source) => {
      const missing = nextMissing(source, view.state.doc.toString())
      if (!missing) return false
      const { from, to } = view.state.selection.main
      const inside = view.state.sliceDoc(from, to)
      const caret = from + missing.before.length + inside.length
      view.dispatch({ changes: { from, to, insert: missing.before + inside + missing.after }, selection: { anchor: caret }, userEvent: 'input' })
      return true
    },
    setLabel: (label) => view.contentDOM.setAttribute('aria-label', label),
    destroy: () => view.destroy(),
  }
}
