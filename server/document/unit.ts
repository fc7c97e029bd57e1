/** A half-open stretch `start`…`end`, in bytes of the document. */
export interface Range {
  start: number
  end: number
}

export const unitKinds = ['heading', 'paragraph', 'list-item', 'table-cell', 'quote', 'caption', 'attribute', 'metadata', 'code', 'message'] as const
export type UnitKind = (typeof unitKinds)[number]

/**
 * What a numbered code of a text stands for in the document: `<1>…</1>` where it has a `close`, `<1/>` where it has none.
 * `open` and `close` are the raw spelling in the document; translators see `type` and `label`.
 */
export interface Code {
  id: number
  /** A `CodeType`; of documents that older versions read, perhaps another word. */
  type: string
  open: string
  close?: string
  /** What a person needs to know of it: a link's target, the code's text. */
  label?: string
  /** A pair that holds plain text only, no other code: the text of an image in HTML. */
  plain?: true
  /** It must stand directly after this code: a link's title, which is spelled inside the link's own markup. */
  after?: number
}

/** A piece of a document that is translated as a whole: its text with numbered codes, and the slot where its translation goes. */
export interface Unit extends Range {
  text: string
  codes: Code[]
  kind: UnitKind
  /** Heading level (1…6) or nesting depth of a list item (1…); 0 elsewhere. */
  level: number
  /** Headings above it, outermost first. */
  path: string[]
  /** Its name in the document, where it has one (a front-matter field). */
  key: string | null
  /** What the author tells translators. */
  note: string | null
  /** What the format's `spell` must know of the place (quote style, cell, indentation): opaque to all others, but for the times of a caption (`cueOf`). */
  context: string
}

export interface Problem extends Range {
  code: string
  message: string
  severity: 'error' | 'warning'
}

export interface Reading {
  units: Unit[]
  problems: Problem[]
}
