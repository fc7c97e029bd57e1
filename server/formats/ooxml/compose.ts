import type { CodePiece, Piece, TextPiece } from '../../document/block.js'
import { isBlank, spellAtom, type Atom, type Item, type Placed, type Tags } from './items.js'
import { showsOnBlanks, type Look, type Looks } from './looks.js'
import { xmlPieces } from '../../xml/characters.js'

/** The pieces of a text, and how runs look that stand in no code. */
export interface Composed {
  pieces: Piece[]
  look: Look
}

/** A hyperlink or the like, or the text itself: one look of its words needs no code. */
interface Scope {
  key: string
  look: Look
  /** The look, and its key, that has a pair of codes open; else that of the scope. */
  current: { key: string; look: Look }
}

/** Markup between words that means nothing for them. */
const layout = (start: number, end: number): TextPiece => ({ type: 'text', text: '', layout: true, start, end })

/**
 * Items as the pieces of a block: runs that look alike are one text, other looks are pairs of codes. Empty where nothing is to be read.
 * `mark` is the key of the look that the paragraph's mark has.
 */
export function composeItems(text: string, items: readonly Placed[], tags: Tags, mark: string): Composed {
  const own = withoutEdges(items)
  if (!own.some((item) => item.type === 'text' || (item.type === 'atom' && item.alternatives))) return { pieces: [], look: '' }
  const scopes = scopesOf(own, tags.looks, mark)
  const composer = new Composer(text, tags, scopes, own[0]!.left)
  const nexts = nextKeys(own)
  own.forEach((item, at) => composer.add(item, nexts[at]))
  return { pieces: composer.end(), look: scopes.get(null)!.look }
}

/** The look of the words that follow each atom in a run, where nothing of another look stands between. */
function nextKeys(items: readonly Item[]): (string | undefined)[] {
  const found: (string | undefined)[] = []
  let next: string | undefined
  for (let at = items.length - 1; at >= 0; at--) {
    const item = items[at]!
    found[at] = next
    if (item.type === 'text') next = isBlank(item) ? next : item.run.key
    else if (item.type !== 'atom' || (item.first && item.first.key !== next)) next = undefined
  }
  return found
}

/** Without what is loose at either end, and without what holds all the rest: both stay outside of the slot. */
function withoutEdges(items: readonly Placed[]): Placed[] {
  let [from, to] = [0, items.length]
  const partner = partners(items)
  for (;;) {
    while (from < to && isLoose(items[from]!)) from++
    while (to > from && isLoose(items[to - 1]!)) to--
    if (to - from < 2 || partner.get(from) !== to - 1) return items.slice(from, to)
    from++
    to--
  }
}

const isLoose = (item: Item): boolean => item.type === 'atom' && (item.loose === true || item.code === 'break')

/** Where the other side of each open item stands. */
function partners(items: readonly Item[]): Map<number, number> {
  const found = new Map<number, number>()
  const open: number[] = []
  items.forEach(({ type }, at) => {
    if (type === 'open') open.push(at)
    if (type === 'close') found.set(open.pop()!, at)
  })
  return found
}

/** The scope of every open item, and under null that of the whole. */
function scopesOf(items: readonly Item[], known: Looks, mark: string): Map<Item | null, Scope> {
  const found = new Map<Item | null, Scope>()
  const open: { item: Item | null; looks: Map<string, Look> }[] = [{ item: null, looks: new Map() }]
  const close = () => {
    const { item, looks } = open.pop()!
    const look = known.plainest(looks.values(), mark)
    const key = known.key(look)
    found.set(item, { key, look, current: { key, look } })
  }
  for (const item of items) {
    if (item.type === 'open') open.push({ item, looks: new Map() })
    else if (item.type === 'close') close()
    else if (item.type === 'text' && !isBlank(item) && !open.at(-1)!.looks.has(item.run.key)) open.at(-1)!.looks.set(item.run.key, item.run.look)
  }
  close()
  return found
}

class Composer {
  private readonly pieces: Piece[] = []
  private readonly text: string
  private readonly tags: Tags
  private readonly scopes: ReadonlyMap<Item | null, Scope>
  /** Those that are open here, innermost last. */
  private readonly open: Scope[]
  /** Where the last piece ends, and where the last item's spelling does. */
  private at: number
  private right: number

  constructor(text: string, tags: Tags, scopes: ReadonlyMap<Item | null, Scope>, at: number) {
    this.text = text
    this.tags = tags
    this.scopes = scopes
    this.open = [scopes.get(null)!]
    this.at = at
    this.right = at
  }

  private get scope(): Scope {
    return this.open.at(-1)!
  }

  /** `next` is the key of the look that follows. */
  add(item: Placed, next: string | undefined): void {
    const { left, right } = item
    if (item.type === 'text') this.words(item)
    else if (item.type === 'atom') this.atom(item, next)
    else if (item.type === 'open') {
      this.enter(this.scope)
      const scope = this.scopes.get(item)!
      this.push({ type: 'open', code: item.code, label: item.label, raw: `${item.raw}<${this.tags.run}>${scope.look}`, start: left, end: right })
      this.open.push(scope)
    } else if (item.type === 'close') {
      this.enter(this.scope)
      this.push({ type: 'close', code: 'format', raw: item.raw, start: left, end: right })
      this.open.pop()
    }
    this.right = right
  }

  end(): Piece[] {
    this.enter(this.scope)
    return this.pieces
  }

  private words(item: Placed<Extract<Item, { type: 'text' }>>): void {
    const { run, left, start, pieces } = item
    // A blank looks the same in bold: it stays with the words before it.
    if (!isBlank(item) || showsOnBlanks(run.look) || showsOnBlanks(this.scope.current.look)) this.enter(run, left, start)
    for (const piece of pieces) this.push(piece)
  }

  private atom(item: Placed<Atom>, next: string | undefined): void {
    const { code, label, first, alternatives, character, left, right } = item
    // It brings its look along, and needs a pair only together with words.
    const { key } = first ?? this.scope.current
    if (key !== this.scope.current.key || (!first && key !== next)) this.enter(first && key === next ? first : this.scope, left, left)
    if (character !== undefined) return this.push({ type: 'text', text: character, start: left, end: right })
    const raw = spellAtom(this.text, item, this.tags)
    const alternative = alternatives?.[0]
    if (!alternative) return this.push({ type: 'single', code, label, raw, start: left, end: right })
    const before = raw.length - (item.end - item.start) - (first ? `</${this.tags.run}>`.length : 0)
    const [from, to] = [before + alternative.start - item.start, before + alternative.end - item.start]
    this.push({ type: 'open', code, label, raw: raw.slice(0, from), plain: true, alone: 'attribute', start: left, end: alternative.start })
    for (const piece of xmlPieces(this.text, alternative.start, alternative.end)) this.push(piece)
    this.push({ type: 'close', code, raw: raw.slice(to), start: alternative.end, end: right })
  }

  /** From here on, words look so. A pair begins at `left` and its words at `start`. */
  private enter({ key, look }: { key: string; look: Look }, left = this.right, start = left): void {
    const { scope } = this
    if (scope.current.key === key) return
    if (scope.current.key !== scope.key) this.push({ type: 'close', code: 'format', raw: `</${this.tags.run}>`, start: this.at, end: Math.max(this.at, this.right) })
    const from = Math.max(left, this.at)
    if (key !== scope.key) this.push({ type: 'open', ...this.tags.looks.codeOf(look, scope.look), raw: `<${this.tags.run}>${look}`, start: from, end: Math.max(from, start) })
    scope.current = { key, look }
  }

  private push(piece: CodePiece | TextPiece): void {
    if (piece.start > this.at) this.pieces.push(layout(this.at, piece.start))
    this.pieces.push(piece)
    this.at = piece.end
  }
}
