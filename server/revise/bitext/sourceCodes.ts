import { parseText, renumberCodes, serializeText, type TextPart } from '../../document/codes.js'
import type { Code } from '../../document/unit.js'

/** A text with numbered codes, and what they stand for. */
export interface Coded {
  text: string
  codes: readonly Code[]
}

/**
 * A translation that was read from a document of its own, with the codes of its source: codes are numbered in reading order, and translations have another one.
 * Codes that stand for the same go together, first those with the same data, then those of the same type, each in order. What the source does not have stays as the words that it holds.
 */
export function withSourceCodes(source: Coded, target: Coded): string {
  if (!target.text.includes('<')) return target.text
  const numbers = matchCodes(source.codes, target.codes)
  const spelled = new Map(target.codes.map((code) => [code.id, code]))
  return serializeText(
    parseText(target.text).map((part): TextPart => {
      if (part.type === 'text') return part
      const id = numbers.get(part.id)
      if (id !== undefined) return { ...part, id }
      return { type: 'text', text: part.type === 'single' ? (spelled.get(part.id)?.label ?? '') : '' }
    }),
  )
}

/** From the numbers of the target's codes to those of the source's. */
export function matchCodes(source: readonly Code[], target: readonly Code[]): Map<number, number> {
  const numbers = new Map<number, number>()
  const left = new Set(source)
  const isPair = (code: Code): boolean => code.close !== undefined
  const likenesses: ((code: Code) => string)[] = [
    (code) => `${code.type} ${code.open} ${code.close} ${code.label}`,
    (code) => `${code.type} ${code.label} ${isPair(code)}`,
    (code) => `${code.type} ${isPair(code)}`,
  ]
  for (const likeness of likenesses) {
    const waiting = new Map<string, Code[]>()
    for (const code of left) {
      const alike = waiting.get(likeness(code))
      if (alike) alike.push(code)
      else waiting.set(likeness(code), [code])
    }
    for (const code of target) {
      if (numbers.has(code.id)) continue
      const found = waiting.get(likeness(code))?.shift()
      if (!found) continue
      numbers.set(code.id, found.id)
      left.delete(found)
    }
  }
  return numbers
}

/** Several texts behind each other as one, their codes numbered on. */
export function joinCoded(parts: readonly Coded[]): Coded {
  let highest = 0
  const codes: Code[] = []
  const texts = parts.map((part) => {
    const by = highest
    for (const code of part.codes) {
      codes.push({ ...code, id: code.id + by, ...(code.after !== undefined && { after: code.after + by }) })
      highest = Math.max(highest, code.id + by)
    }
    return by === 0 ? part.text : renumberCodes(part.text, (id) => id + by)
  })
  return { text: texts.join(' '), codes }
}
