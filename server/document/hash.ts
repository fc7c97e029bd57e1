import { hash } from 'node:crypto'

/** SHA-256, 64 hexadecimal digits. */
export const hashBytes = (bytes: Uint8Array): string => hash('sha256', bytes, 'hex')

const unfolded = /^\s|\s$|\s\s|[^\S ]/u

/** White space folded: so a re-wrapped text is the same wording. */
export const foldSpace = (text: string): string => (unfolded.test(text) ? text.replace(/\s+/gu, ' ').trim() : text)

/** SHA-256 of a wording: its text with numbered codes, in NFC, with white space folded. */
export const hashWording = (text: string): string => hash('sha256', foldSpace(text.normalize('NFC')), 'hex')
