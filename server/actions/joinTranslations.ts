import { renumberCodes } from '../document/codes.js'
import type { Writer } from '../store/database.js'
import { addTranslation, listMadeFrom, readTargetTexts } from '../store/translations.js'

/** A unit that goes on after the next one became a part of it. */
export interface JoinedUnit {
  unitId: number
  /** What it says now. */
  wordingId: number
  source: string
  /** What it said before, with so many codes. */
  former: { wordingId: number; text: string; codes: number }
  next: { unitId: number; wordingId: number }
}

/**
 * Puts the translations of both units behind each other, as an out-of-date one of the joined unit: its codes are those of the joined text.
 * They count as made from the second unit's wording, so that the first one has its own again when it is split off: where it has none, it is left alone, as where the joined wording has one.
 */
export async function joinTranslations(db: Writer, joined: JoinedUnit, authorId: number): Promise<void> {
  const { unitId, next } = joined
  const own = new Set(await listMadeFrom(db, unitId, [joined.former.wordingId]))
  const done = new Set(await listMadeFrom(db, unitId, [joined.wordingId, next.wordingId]))
  const texts = await readTargetTexts(db, [unitId, next.unitId])
  const createdAt = new Date().toISOString()
  for (const second of texts.filter((one) => one.unitId === next.unitId && !done.has(one.locale))) {
    const { locale } = second
    const first = texts.find((one) => one.unitId === unitId && one.locale === locale)
    if (!first || !own.has(locale)) continue
    const text = behind(
      first.text,
      renumberCodes(second.text, (id) => id + joined.former.codes),
      joined,
    )
    await addTranslation(db, { unitId, locale, wordingId: next.wordingId, text, origin: 'propagation', originDetail: null, authorId, createdAt }, first.version)
  }
}

const unspaced = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}\u3000-\u303f\uff00-\uffef]$/u

/** With a space between them where the source has one, but for scripts that need none. */
function behind(first: string, second: string, { source, former }: JoinedUnit): string {
  const spaced = /^\s/.test(source.slice(former.text.length)) && !unspaced.test(first)
  return `${first}${spaced ? ' ' : ''}${second}`
}
