import { type EditorState, type Extension, RangeSet, StateField } from '@codemirror/state'
import { Decoration, type DecorationSet, EditorView, WidgetType } from '@codemirror/view'
import type { Code } from '../../server/document/unit.js'
import { type CodeSide, glyphOf, locateCodes } from './locateCodes.js'

/** Tells what a code is in words of the interface: "bold, begins". */
export type NameCode = (code: Code | null, side: CodeSide, id: number) => string

class ChipWidget extends WidgetType {
  readonly side: CodeSide
  readonly glyph: string
  readonly name: string
  readonly known: boolean

  constructor(side: CodeSide, glyph: string, name: string, known: boolean) {
    super()
    this.side = side
    this.glyph = glyph
    this.name = name
    this.known = known
  }

  override eq(other: ChipWidget): boolean {
    return other.side === this.side && other.glyph === this.glyph && other.name === this.name && other.known === this.known
  }

  toDOM(): HTMLElement {
    const chip = document.createElement('span')
    chip.className = `code-chip ${this.side}${this.known ? '' : ' unknown'}`
    chip.textContent = this.glyph
    chip.title = this.name
    chip.setAttribute('role', 'img')
    chip.setAttribute('aria-label', this.name)
    return chip
  }

  override ignoreEvent(): boolean {
    return false
  }
}

interface Chips {
  shown: DecorationSet
  atoms: RangeSet<Decoration>
}

/** Spaces and marks that nobody sees but everybody trips over: no-break spaces, zero-width space, direction controls. Joiners belong to Persian and Indic letters and stay as they are. */
const invisible = /[\u00a0\u202f]|[\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069]/g

function chipsOf(state: EditorState, codes: readonly Code[], name: NameCode): Chips {
  const text = state.doc.toString()
  const byId = new Map(codes.map((code) => [code.id, code]))
  const places = locateCodes(text)
  const atoms = places.map(({ from, to, side, id }) => {
    const code = byId.get(id) ?? null
    return Decoration.replace({ widget: new ChipWidget(side, code ? glyphOf(code, codes) : String(id), name(code, side, id), code !== null) }).range(from, to)
  })
  const styled = places.flatMap((open) => {
    const close = open.side === 'open' ? places.find((place) => place.side === 'close' && place.id === open.id && place.from > open.to) : undefined
    const type = byId.get(open.id)?.type
    return close && type ? [Decoration.mark({ class: `code-${type}` }).range(open.to, close.from)] : []
  })
  const marks = [...text.matchAll(invisible)].map(({ index, 0: char }) =>
    Decoration.mark({ class: char === '\u00a0' || char === '\u202f' ? 'special-space' : 'special-mark' }).range(index, index + 1),
  )
  return { shown: Decoration.set([...atoms, ...styled, ...marks], true), atoms: RangeSet.of(atoms) }
}

/** Shows numbered codes as chips that the caret jumps over and that are deleted only whole. The text itself holds `<1>`, so copying and pasting keeps them. */
export function codeChips(codes: readonly Code[], name: NameCode): Extension {
  return StateField.define<Chips>({
    create: (state) => chipsOf(state, codes, name),
    update: (chips, transaction) => (transaction.docChanged ? chipsOf(transaction.state, codes, name) : chips),
    provide: (field) => [EditorView.decorations.from(field, (chips) => chips.shown), EditorView.atomicRanges.of((view) => view.state.field(field).atoms)],
  })
}
