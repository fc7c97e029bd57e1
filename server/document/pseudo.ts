import { parseText, serializeText } from './codes.js'

const plain = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'
const accented = 'àƀçđéƒĝĥîĵķļɱñôþɋŕšţûṽŵẋýžÀƁÇÐÉƑĜĤÎĴĶĻṀÑÔÞɊŔŠŢÛṼŴẊÝŽ'
const accents = new Map([...plain].map((letter, at) => [letter, [...accented][at] ?? letter]))

/** How much longer a pseudo-translation is than its source: what German or Finnish usually need. */
const growth = 0.3

/**
 * A text that reads like the source but shows what a translation would do to a layout: accented letters, about 30 % longer, in brackets that show where it is cut off.
 * Numbered codes stay as they are.
 */
export function pseudoLocalize(text: string): string {
  const parts = parseText(text)
  let letters = 0
  const changed = parts.map((part) => {
    if (part.type !== 'text') return part
    letters += part.text.length
    return { ...part, text: [...part.text].map((letter) => accents.get(letter) ?? letter).join('') }
  })
  return serializeText([{ type: 'text', text: '⟦' }, ...changed, { type: 'text', text: `${'·'.repeat(Math.ceil(letters * growth))}⟧` }])
}
