import type { TextEdit } from './format.js'

/** A text with these edits, which are in order and disjoint. */
export function edited(text: string, edits: readonly TextEdit[]): string {
  let written = ''
  let at = 0
  for (const edit of edits) {
    written += text.slice(at, edit.start) + edit.text
    at = edit.end
  }
  return written + text.slice(at)
}
