import { compareCodes } from '../document/codes.js'
import type { Check } from './check.js'

/** Every code of the source stands in the translation, once, and pairs nest. */
export const codes: Check = ({ source, target, codes }) =>
  compareCodes(source, target, codes).map(({ type, code }) => ({ check: 'codes', severity: 'error', values: { problem: type, code }, range: rangeOf(target, code, type) }))

function rangeOf(target: string, code: string, type: string): [number, number] | null {
  const at = type === 'missing' ? -1 : target.lastIndexOf(code)
  return at === -1 ? null : [at, at + code.length]
}
