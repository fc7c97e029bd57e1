import { languages } from './languages/index.js'
import { international } from './languages/international.js'

/** What the end of a sentence depends on in a language. Lists are words with spaces between; abbreviations are written with their full stops. */
export interface Language {
  /** Abbreviations that never end a sentence: titles, “e.g.”. */
  goesOn?: string
  /** Abbreviations that end none where a number follows: “No. 5”. */
  beforeNumber?: string
  /** Abbreviations in names, which end a sentence only where one of `starters` follows: “Inc.”. Initials and ordinals are read the same way. */
  inNames?: string
  /** Abbreviations that end a sentence where a capital letter follows, though they look like those that do not: “p.m.”. */
  mayEnd?: string
  /** Words that begin a sentence far more often than a name, in lower case. */
  starters?: string
  /** Words that end a sentence before a space, where the script has no mark for it. */
  finalWords?: string
  /** Words that go on after quoted speech whose own sentence has ended, where the script has no lower case. */
  afterQuote?: string
  /** Characters that end a sentence here, before a space, and not elsewhere. */
  terminators?: string
  /** Characters that end a sentence here, space or not, and that Unicode does not call so. */
  closing?: string
  /** Whether “3.” is the third. */
  ordinals?: true
}

type Words = ReadonlySet<string>

/** The same, ready to be asked. */
export interface LanguageRules {
  goesOn: Words
  beforeNumber: Words
  inNames: Words
  mayEnd: Words
  starters: Words
  ordinals: boolean
  afterQuote: RegExp | null
  /** The next end of a sentence, or what may be one: its marks and the white space behind them. */
  ending: RegExp
  /** What may only be an end before a space. */
  terminators: string
}

const known = new Map<string, LanguageRules>()

/** The rules of a language, those of its country included; of one that nobody has written down, what is international. */
export function languageRules(locale: string): LanguageRules {
  const tag = locale.split('-')[0]!.toLowerCase()
  let rules = known.get(tag)
  if (!rules) known.set(tag, (rules = ready(languages[tag] ?? {})))
  return rules
}

function ready(language: Language): LanguageRules {
  const { terminators = '', closing = '', finalWords, afterQuote } = language
  const lists = (name: 'goesOn' | 'beforeNumber' | 'inNames' | 'mayEnd') => abbreviations(language[name], international[name])
  const mayEnd = lists('mayEnd')
  return {
    goesOn: without(lists('goesOn'), mayEnd),
    beforeNumber: lists('beforeNumber'),
    inNames: lists('inNames'),
    mayEnd,
    starters: new Set(words(language.starters ?? international.starters)),
    ordinals: language.ordinals === true,
    afterQuote: afterQuote === undefined ? null : new RegExp(`^(?:${words(afterQuote).join('|')})`, 'v'),
    ending: endingOf(`${terminators}${closing}`, finalWords),
    terminators,
  }
}

const words = (list = ''): string[] => list.split(/\s+/).filter((word) => word !== '')
const abbreviations = (...lists: (string | undefined)[]): Words => new Set(lists.flatMap(words).map((word) => word.toLowerCase().replace(/\.$/, '')))
const without = (all: Words, others: Words): Words => new Set([...all].filter((word) => !others.has(word)))

/** U+104A parts phrases, though Unicode counts it among the terminators. */
function endingOf(more: string, finalWords: string | undefined): RegExp {
  const terminator = String.raw`[[\p{Sentence_Terminal}…‥${more}]--\u104a]`
  const behind = String.raw`[\p{Sentence_Terminal}…‥${more}\p{Pe}\p{Pf}\p{Pi}"'*]*(?:[ \u00a0\u202f]»(?=[\s\p{P}]|$))?`
  const spacedDots = String.raw`\.(?:[ \u00a0]\.(?!\.))+`
  const marks = String.raw`(?<marks>(?:${spacedDots}|${terminator})${behind})`
  const final = finalWords === undefined ? '' : `|(?<final>(?<=${words(finalWords).join('|')})(?=\\p{Zs}))`
  return new RegExp(String.raw`(?:${marks}${final}|\u2029|\n[ \t\r]*\n)(?<space>\s*)`, 'gv')
}
