import { parseText, plainText, tag } from '../../document/codes.js'
import { occurrences, type Patch } from './patch.js'

/** Takes out of a translation the codes that the source lost, and puts in those that it got: around the same words, or at an end. False where it cannot be told where. */
export function followCodes(patch: Patch, before: string, after: string, translation: string): boolean {
  const [old, now] = [idsOf(before), idsOf(after)]
  for (const id of old) if (!now.has(id)) remove(patch, id, translation)
  return [...now].every((id) => old.has(id) || add(patch, id, after, translation))
}

const idsOf = (text: string): Set<number> => new Set(parseText(text).flatMap((part) => (part.type === 'text' ? [] : [part.id])))

function remove(patch: Patch, id: number, translation: string): void {
  for (const code of [`<${id}>`, `</${id}>`, `<${id}/>`]) {
    const start = translation.indexOf(code)
    if (start >= 0) patch.edit({ start, end: start + code.length, text: '' }, { reason: 'code', before: code, after: '' })
  }
}

function add(patch: Patch, id: number, after: string, translation: string): boolean {
  const [open, close, single] = [tag({ type: 'open', id }), tag({ type: 'close', id }), tag({ type: 'single', id })]
  const step = { reason: 'code', before: '' } as const
  if (after.includes(single)) {
    const at = after.endsWith(single) ? translation.length : after.startsWith(single) ? 0 : null
    return at !== null && patch.edit({ start: at, end: at, text: single }, { ...step, after: single })
  }
  const held = plainText(after.slice(after.indexOf(open) + open.length, after.indexOf(close)))
  const [place, ...more] = occurrences(translation, held)
  if (!place || more.length > 0) return false
  patch.edit({ start: place.start, end: place.start, text: open }, { ...step, after: open })
  return patch.edit({ start: place.end, end: place.end, text: close }, { ...step, after: close })
}
