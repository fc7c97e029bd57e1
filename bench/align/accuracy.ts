import { align } from '../../server/revise/align.js'
import type { AlignableUnit } from '../../server/revise/link.js'
import { score, type ChangedDocument } from '../../tests/revise/changedDocument.js'
import { msgmerge } from './msgmerge.js'

interface Tally {
  right: number
  all: number
}

/** Of the units whose text is new: how many were given an old unit that they came from, or none where they came from none. */
function tally(sum: Tally, { before, after, truth }: ChangedDocument, partnersOf: (at: number, unit: AlignableUnit) => readonly number[]): void {
  const origins = new Map<number, number[]>()
  for (const name of truth) {
    const [old = [], now = []] = name.split('→').map((side) => (side === '' ? [] : side.split(',').map(Number)))
    for (const at of now) origins.set(at, old)
  }
  const known = new Set(before.map((unit) => unit.text))
  after.forEach((unit, at) => {
    if (known.has(unit.text)) return
    const [partners, came] = [partnersOf(at, unit), origins.get(at) ?? []]
    sum.all++
    if (came.length === 0 ? partners.length === 0 : partners.some((old) => came.includes(old))) sum.right++
  })
}

const percent = ({ right, all }: Tally): string => (all === 0 ? '' : `${((100 * right) / all).toFixed(2)} %`)

/** A row of the table: links that are right, true links that are found, and units of new text whose origin (or having none) is told, here and by msgmerge. */
export function accuracy(name: string, count: number, make: (seed: number) => ChangedDocument, withMsgmerge: boolean): Record<string, string> {
  const [precision, recall, ours, theirs] = Array.from({ length: 4 }, (): Tally => ({ right: 0, all: 0 })) as [Tally, Tally, Tally, Tally]
  for (let seed = 0; seed < count; seed++) {
    const document = make(seed)
    const links = align(document.before, document.after)
    const { found, right, truth, recalled } = score(document, links)
    precision.right += right
    precision.all += found
    recall.right += recalled
    recall.all += truth
    const partners = new Map(links.flatMap((link) => link.new.map((at) => [at, link.old] as const)))
    tally(ours, document, (at) => partners.get(at) ?? [])
    if (!withMsgmerge) continue
    const merged = msgmerge(document.before, document.after).partners
    tally(theirs, document, (_, { text }) => {
      const old = merged.get(text)
      return old === undefined ? [] : [old]
    })
  }
  return { change: name, precision: percent(precision), recall: percent(recall), 'new texts rightly judged': percent(ours), msgmerge: percent(theirs) }
}
