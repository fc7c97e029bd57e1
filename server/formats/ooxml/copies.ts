import { xmlToken } from '../../xml/tokens.js'
import type { Copy } from '../withCopies.js'
import { namesOf } from './names.js'

/** The content of a text box, and its words. */
interface Box {
  start: number
  end: number
  words: string
}

/** Text boxes as newer programs and as older ones see them. */
interface Pair {
  newer: Box[]
  older: Box[]
  side: 'newer' | 'older' | null
}

/** The contents of text boxes that Word writes a second time for programs before 2010, and that say the same there. */
export function copiesOfBoxes(text: string): Copy[] {
  if (!text.includes(':Fallback')) return []
  const found: Copy[] = []
  const pairs: Pair[] = []
  const nameOf = namesOf(text)
  let box: Box | null = null
  let depth = 0
  for (let token = xmlToken(text, 0); token; token = xmlToken(text, token.end)) {
    const { type, start, end } = token
    const name = nameOf(token.name)
    const pair = pairs.at(-1)
    if (box) {
      if (type === 'text') box.words += text.slice(start, end).trim()
      else if (name === 'w:txbxContent' && type === 'start') depth++
      else if (name === 'w:txbxContent' && type === 'end' && depth-- === 0) {
        box.end = start
        box = null
      }
    } else if (name === 'w:txbxContent' && type === 'start' && pair?.side) {
      box = { start: end, end, words: '' }
      depth = 0
      pair[pair.side].push(box)
    } else if (name === 'mc:AlternateContent' && type === 'start') pairs.push({ newer: [], older: [], side: null })
    else if (name === 'mc:AlternateContent' && type === 'end') found.push(...alike(pairs.pop()))
    else if (pair && type === 'start' && name === 'mc:Choice') pair.side = pair.side === null ? 'newer' : null
    else if (pair && type === 'start' && name === 'mc:Fallback') pair.side = 'older'
  }
  return found.sort((a, b) => a.of.start - b.of.start)
}

/** Boxes that say the same, one by one; none where there are others on either side. */
function alike(pair: Pair | undefined): Copy[] {
  if (!pair || pair.newer.length !== pair.older.length) return []
  return pair.newer.flatMap((box, at) => {
    const older = pair.older[at]!
    return older.words === box.words ? [{ of: { start: box.start, end: box.end }, at: { start: older.start, end: older.end } }] : []
  })
}
