import { languageRules, type LanguageRules } from './language.js'
import { endsSentence } from './endsSentence.js'
import { bracketed, listStarts } from './layout.js'
import { inStretches } from './stretches.js'

const says = /[\p{L}\p{N}]/u

/** Offsets inside the text where a sentence begins, by our own rules for the language. What has no word or number in it is no sentence: “…” or a closing bracket. */
export function sentenceStarts(text: string, locale: string): number[] {
  const rules = languageRules(locale)
  return inStretches(text, (stretch) => startsIn(stretch, rules))
}

function startsIn(text: string, rules: LanguageRules): number[] {
  const starts: number[] = []
  let begun = 0
  const take = (start: number) => {
    if (start <= begun || start >= text.length || !says.test(text.slice(begun, start))) return
    starts.push(start)
    begun = start
  }
  const items = listStarts(text)
  const inside = bracketed(text)
  for (const match of text.matchAll(rules.ending)) {
    while (items.length > 0 && items[0]! <= match.index) take(items.shift()!)
    const { marks = '', space = '' } = match.groups!
    const end = match.index + match[0].length
    // A sentence's own full stop, and then the dots of an omission: “It is so. . . . Then”.
    const omission = /^\.(?:[ \u00a0]\.){3}$/.test(marks) && /\S/.test(text[match.index - 1] ?? ' ')
    const start = omission ? match.index + 2 : end
    if (!inside(end) && endsSentence({ text, begun, index: match.index, marks, space, end }, rules)) take(start)
  }
  for (const start of items) take(start)
  if (starts.length > 0 && !says.test(text.slice(begun))) starts.pop()
  return starts
}
