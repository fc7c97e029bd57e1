import { attributesOf, xmlToken } from '../../xml/tokens.js'
import type { Looks } from './looks.js'

/** What is read of a paragraph's properties, `<w:pPr>…</w:pPr>` or `<a:pPr …/>`; values as the document spells them. */
export interface ParagraphProperties {
  style?: string
  outline?: string
  /** The list that it is an item of, and its level in it. */
  list?: string
  listLevel?: string
  /** Its level in a text of DrawingML. */
  level?: string
  /** The key of the look of the paragraph's mark, which its words often have too. */
  markKey: string
}

/** Longer properties are none that a program writes; no more of them is looked at. */
const longest = 20_000

const told: Record<string, Exclude<keyof ParagraphProperties, 'markKey' | 'level'>> = { pStyle: 'style', outlineLvl: 'outline', numId: 'list', ilvl: 'listLevel' }

/** Answers what properties say; the same are read once, however many paragraphs have them. */
export function propertiesReader(looks: Looks): (properties: string) => ParagraphProperties {
  const known = new Map<string, ParagraphProperties>()
  return (properties) => {
    let found = known.get(properties)
    if (!found) known.set(properties, (found = readProperties(properties.slice(0, longest), looks)))
    return found
  }
}

function readProperties(text: string, looks: Looks): ParagraphProperties {
  const found: ParagraphProperties = { markKey: '' }
  let look = -1
  let looked = false
  for (let token = xmlToken(text, 0); token; token = xmlToken(text, token.end)) {
    if (token.type !== 'start' && token.type !== 'empty' && token.type !== 'end') continue
    const local = token.name.slice(token.name.indexOf(':') + 1)
    // What it was before a tracked change stands at its end.
    if (local === 'pPrChange') break
    if (local === 'rPr' && !looked) {
      if (token.type === 'start') look = look === -1 ? token.start : look
      else {
        found.markKey = looks.key(text.slice(look === -1 ? token.start : look, token.end))
        looked = true
      }
    } else if (token.type !== 'end' && (token.start === 0 || told[local]))
      for (const { name, start, end } of attributesOf(text, token)) {
        if (token.start === 0 && name === 'lvl') found.level ??= text.slice(start, end)
        const property = told[local]
        if (property && name.slice(name.indexOf(':') + 1) === 'val') found[property] ??= text.slice(start, end)
      }
  }
  return found
}
