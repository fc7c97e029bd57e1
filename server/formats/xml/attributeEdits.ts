import type { TextEdit } from '../format.js'
import { tagAttributes, type XmlElement } from './tree.js'

/** Sets attributes of a start tag: in place where it has them, else at its end. */
export function attributeEdits(text: string, element: XmlElement, values: Readonly<Record<string, string>>): TextEdit[] {
  const edits: TextEdit[] = []
  const present = new Set<string>()
  for (const { name, start, end } of tagAttributes(text, element)) {
    if (values[name] === undefined) continue
    present.add(name)
    edits.push({ start, end, text: values[name] })
  }
  const missing = Object.entries(values).filter(([name]) => !present.has(name))
  const end = element.inner - (text[element.inner - 2] === '/' ? 2 : 1)
  if (missing.length > 0) edits.push({ start: end, end, text: missing.map(([name, value]) => ` ${name}="${value}"`).join('') })
  return edits
}
