/** Names of months and days of a language, by what they mean: `month 3`; each in its forms, long ones first. */
type Names = ReadonlyMap<string, readonly string[]>

const known = new Map<string, Names>()

function namesOf(locale: string): Names {
  const found = known.get(locale)
  if (found) return found
  const names = new Map<string, string[]>()
  const add = (meaning: string, options: Intl.DateTimeFormatOptions, date: Date, type: 'month' | 'weekday'): void => {
    const name = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC', calendar: 'gregory' }).formatToParts(date).find((part) => part.type === type)?.value
    if (name === undefined || /^\p{N}+$/u.test(name)) return
    const forms = names.get(meaning) ?? []
    if (!forms.includes(name)) forms.push(name)
    names.set(meaning, forms)
  }
  for (let month = 0; month < 12; month++)
    for (const style of ['long', 'short'] as const) {
      // Many languages decline the name beside a day.
      add(`month ${month}`, { month: style, day: 'numeric' }, new Date(Date.UTC(2023, month, 15)), 'month')
      add(`month ${month}`, { month: style }, new Date(Date.UTC(2023, month, 15)), 'month')
    }
  for (let day = 0; day < 7; day++) for (const style of ['long', 'short'] as const) add(`day ${day}`, { weekday: style }, new Date(Date.UTC(2023, 0, 1 + day)), 'weekday')
  known.set(locale, names)
  return names
}

/** What a word means as a month or a day of the week, e.g. `month 3`; null where it is neither. */
export function meaningOf(word: string, locale: string): string | null {
  const folded = word.toLocaleLowerCase(locale)
  for (const [meaning, forms] of namesOf(locale)) if (forms.some((form) => form.toLocaleLowerCase(locale) === folded)) return meaning
  return null
}

/** How a language says one month or day, and in the same form another: `['März', 'April']`. */
export function renamings(from: string, to: string, locale: string): [string, string][] {
  const [old, now] = [namesOf(locale).get(from) ?? [], namesOf(locale).get(to) ?? []]
  return old.map((form, at): [string, string] => [form, now[at] ?? now[0] ?? form])
}
