import { createIntl, createIntlCache, type IntlShape } from '@formatjs/intl'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'

const cache = createIntlCache()

export interface Format {
  number(value: number): string
  /** Of a whole: 0…1. */
  percent(share: number): string
  bytes(size: number): string
  date(time: string): string
  dateTime(time: string): string
  /** The time of day alone: "12:04". */
  clock(time: string): string
  /** "3 minutes ago", seen from `now` (milliseconds). */
  relative(time: string, now?: number): string
  list(items: readonly string[]): string
  /** The name of a language in the language of the interface, by CLDR; the tag itself where it has none. */
  language(tag: string): string
  compare(a: string, b: string): number
}

const steps = [
  ['second', 60],
  ['minute', 60],
  ['hour', 24],
  ['day', 30],
  ['month', 12],
  ['year', Infinity],
] as const

function relativeParts(milliseconds: number): [number, 'second' | 'minute' | 'hour' | 'day' | 'month' | 'year'] {
  let value = milliseconds / 1000
  for (const [unit, size] of steps) {
    if (Math.abs(value) < size || unit === 'year') return [Math.round(value), unit]
    value /= size
  }
  return [Math.round(value), 'year']
}

function formatFor(intl: IntlShape<string>): Format {
  const names = new Intl.DisplayNames([intl.locale], { type: 'language', fallback: 'code', languageDisplay: 'dialect' })
  const collator = new Intl.Collator(intl.locale, { numeric: true })
  const megabytes = (size: number) => intl.formatNumber(size / 1024 / 1024, { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 })
  const language = (tag: string) => {
    try {
      return names.of(tag) ?? tag
    } catch {
      return tag
    }
  }
  return {
    number: (value) => intl.formatNumber(value),
    percent: (share) => intl.formatNumber(share, { style: 'percent', maximumFractionDigits: 0 }),
    bytes: (size) =>
      size >= 1024 * 1024
        ? megabytes(size)
        : intl.formatNumber(size >= 1024 ? size / 1024 : size, { style: 'unit', unit: size >= 1024 ? 'kilobyte' : 'byte', maximumFractionDigits: 0 }),
    date: (time) => intl.formatDate(time, { dateStyle: 'medium' }),
    dateTime: (time) => intl.formatDate(time, { dateStyle: 'medium', timeStyle: 'short' }),
    clock: (time) => intl.formatTime(time, { timeStyle: 'short' }),
    relative: (time, now = Date.now()) => intl.formatRelativeTime(...relativeParts(Date.parse(time) - now), { numeric: 'auto' }),
    list: (items) => intl.formatList(items, { type: 'conjunction' }),
    language,
    compare: collator.compare,
  }
}

/** Dates, numbers, lists and language names as people of the interface's language write them. */
export function useFormat(): Format {
  const { i18n } = useTranslation()
  const locale = i18n.language
  return useMemo(() => formatFor(createIntl({ locale, messages: {}, onError: () => {} }, cache)), [locale])
}
