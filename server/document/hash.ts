import { createHash } from 'node:crypto'

/** SHA-256, 64 hexadecimal digits. */
export const hashBytes = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** White space folded: so a re-wrapped text is the same wording. */
export const foldSpace = (text: string): string => text.replace(/\s+/gu, ' ').trim()

/** SHA-256 of a wording: its text with numbered codes, in NFC, with white space folded. */
export const hashWording = (text: string): string =>
  createHash('sha256')
    .update(foldSpace(text.normalize('NFC')))
    .digest('hex')
