import type { Block } from '../document/block.js'
import type { ElementTreatments } from '../document/elementTreatment.js'
import type { Code, Problem } from '../document/unit.js'
import type { Copy } from './withCopies.js'

/** Settings of a reader. Kept in a project's settings; the same bytes and options give the same units. */
export interface FormatOptions {
  /** XML: how elements are read, by name, and attributes by `@name`; over what is known of the name, under what the document itself says. */
  elements?: ElementTreatments
  /** XML: a file with rules of ITS 2.0, as its text; under the rules in the document. */
  itsRules?: string
  /** Names of front-matter fields whose values are translated; nested ones as `author.bio`. */
  frontMatter?: readonly string[]
  /** Whether comments that reviewers left in an office document are translated. */
  comments?: boolean
  /** Whether texts that layouts and masters add to all slides are translated. */
  layouts?: boolean
  /** Names of attributes of HTML and MDX whose values are translated, besides those that people read anyway: `data-title`. */
  attributes?: readonly string[]
  /** Of HTML: elements and classes whose content stays as it is: `kbd`, `.no-translate`. */
  protect?: readonly string[]
}

/** What a localized document is made for. */
export interface Localisation {
  /** BCP 47. */
  locale: string
  direction: 'ltr' | 'rtl'
  /** The address that stands for a link's address in this language: `/en/help` → `/fr/help`. */
  link(address: string): string
}

/** A text inside a container: `word/document.xml`. A document that is no container is one part with an empty name. */
export interface Part {
  name: string
  bytes: Uint8Array
}

/** Of a format whose documents are containers of texts: how they are opened and closed. */
export interface Container {
  /** The parts that hold text, in reading order. Refuses what is broken, encrypted or too large. */
  open(bytes: Uint8Array): Part[]
  /** The container with other bytes in some of its parts; everything else stays byte for byte. */
  close(bytes: Uint8Array, changed: ReadonlyMap<string, Uint8Array>): Uint8Array
}

/** A part as a reader sees it. */
export interface PartPlace {
  name: string
  /** The text of another part that was opened, where there is one. */
  sibling(name: string): string | undefined
}

/** A stretch of text (offsets) and what comes in its place. */
export interface TextEdit {
  start: number
  end: number
  text: string
}

export interface FormatReading {
  /** In reading order of their slots: ordered, disjoint. To be gone through once. */
  blocks: Iterable<Block>
  /** Complete when the blocks have been gone through. */
  problems: Problem[]
}

/** A document format: how its translatable text is found, and how a translation is spelled in it. */
export interface Format {
  id: string
  /** Its name as people know it; a proper name, the same in every language. */
  name: string
  /** With the dot, lower case. */
  extensions: readonly string[]
  container?: Container
  /** Whether content without a known ending looks like this format. */
  recognises?(bytes: Uint8Array): boolean
  /** The encoding that the document declares in itself (HTML's `meta`), from its first bytes read as Latin-1. */
  declaredEncoding?(head: string): string | undefined
  /** ISO-8859-1 and ASCII mean what they say, and not windows-1252 as in browsers. */
  encodesStrictly?: true
  /** `text` has line feeds as its only line ends. Never throws, never takes more than linear time: says what it understood and lists problems. */
  read(text: string, options: FormatOptions, part: PartPlace): FormatReading
  /** What `spell` must know of a slot, where the sentences of a block differ in it; else it is the block's context. `text` is that of the part. */
  slotContext?(block: Block, text: string): string
  /** The spelling of `target` (text with numbered codes) for its slot, such that reading it again gives exactly `target`. */
  spell(target: string, slot: { codes: readonly Code[]; context: string; localisation?: Localisation }): string
  /** What a localized document says outside its slots: its language, its direction, addresses. In order, disjoint; an edit inside a slot that is translated is left out. */
  localise?(text: string, localisation: Localisation, part: PartPlace): TextEdit[]
  /** Stretches of a part that repeat others before them and are not read: what is written there is written here too. In order. */
  copies?(text: string): Copy[]
  /** `localise` finds addresses only: no text is looked through where no rule for them holds. */
  localisesAddressesOnly?: true
  /** The spelling of one side of a code with other addresses in it: of a link, `<a href="/en/help">` or `](/en/help)`. */
  relink?(raw: string, link: (address: string) => string): string
  /** What remains of a text that the format cannot say exactly (a blank line inside a paragraph of plain text). Without it, any text can be said. */
  sayable?(target: string): string
  /** How a character that the document's encoding lacks is written in a slot, where the format can: `&#8364;`. */
  characterReference?(codePoint: number, context: string): string
}
