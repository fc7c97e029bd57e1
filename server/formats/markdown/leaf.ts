import type { UnitKind } from '../../document/unit.js'
import type { JsxScanner } from '../mdx/jsx.js'

/** Offsets in the document. */
export interface Range {
  start: number
  end: number
}

/** A block of inline text, or one of HTML, in reading order. */
export interface Leaf extends Range {
  type: 'inline' | 'html' | 'title'
  kind: UnitKind
  level: number
  context: 'paragraph' | 'heading' | 'cell' | 'label' | 'title' | 'html'
}

export interface Structure {
  leaves: Leaf[]
  /** The document, with the markers of quotes inside of blocks blanked: offsets stay. */
  text: string
  labels: Set<string>
  footnotes: Set<string>
  /** Where definitions of links say their addresses. */
  addresses: Range[]
  tooDeep: Range[]
  jsx: JsxScanner
}
