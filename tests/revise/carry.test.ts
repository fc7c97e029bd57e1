import { expect, test } from 'vitest'
import { readDocument } from '../../server/formats/readDocument.js'
import { carry } from '../../server/revise/carry.js'
import { segments } from '../../server/segment/sentences.js'

const read = (text: string, locale: string) => readDocument(Buffer.from(text), { format: 'markdown', locale, segmentation: 'block', frontMatter: [] }).units

const cut = (locale: string) => (text: string) => segments(text, { locale })
const options = { from: 'en', to: 'de', cut: { source: cut('en'), target: cut('de') } }

/** What is carried over, as `status: target`. */
function carried(old: string, now: string, translated: string): string[] {
  const result = carry(read(old, 'en'), read(now, 'en'), read(translated, 'de'), options)
  return result.map(({ status, target }) => (target === null ? status : `${status}: ${target}`))
}

const old = '# Harbour\n\nThe pier is closed until March.\n\nFerries leave from the fish market.\n'
const german = '# Hafen\n\nDie Mole ist bis März gesperrt.\n\nDie Fähren fahren vom Fischmarkt ab.\n'

test('what did not change keeps its translation, what changed is offered the former one, what is new has none', () => {
  expect(carried(old, '# Harbour\n\nThe pier is closed until April.\n\nBicycles are welcome on board, dogs are not.\n\nFerries leave from the fish market.\n', german)).toEqual([
    'current: Hafen',
    'stale: Die Mole ist bis März gesperrt.',
    'missing',
    'current: Die Fähren fahren vom Fischmarkt ab.',
  ])
})

test('a change that no translation shows leaves it current', () => {
  expect(carried(old, '# Harbour\n\nThe pier is closed\nuntil March\n\nFerries leave from the fish market.\n', german)).toEqual([
    'current: Hafen',
    'current: Die Mole ist bis März gesperrt.',
    'current: Die Fähren fahren vom Fischmarkt ab.',
  ])
})

test('the former source comes along where it differs', () => {
  const [, pier] = carry(read(old, 'en'), read(old.replace('March', 'April'), 'en'), read(german, 'de'), options)
  expect(pier).toMatchObject({ status: 'stale', previous: 'The pier is closed until March.', grade: 'major' })
})

test('a text that is said once more has the translation that it has elsewhere', () => {
  expect(carried(old, `${old}\n## Harbour\n`, german).at(-1)).toBe('current: Hafen')
})

test('a new unit that is like another is offered what that one has', () => {
  expect(carried(old, `${old}\nIn winter, ferries leave from the fish market too.\n`, german).at(-1)).toBe('stale: Die Fähren fahren vom Fischmarkt ab.')
})

test('two paragraphs that were translated in one have their own sentences of it', () => {
  const joined = '# Hafen\n\nDie Mole ist bis März gesperrt. Die Fähren fahren vom Fischmarkt ab.\n'
  expect(carried(old, old, joined)).toEqual(['current: Hafen', 'current: Die Mole ist bis März gesperrt.', 'current: Die Fähren fahren vom Fischmarkt ab.'])
})

test('the pieces of a paragraph that was split have their sentences of the translation', () => {
  const one = 'The northern pier is closed until March for repairs. Ferries leave from the fish market every forty minutes.\n'
  const translated = 'Die Nordmole ist wegen Reparaturen bis März gesperrt. Die Fähren fahren alle vierzig Minuten vom Fischmarkt ab.\n'
  expect(carried(one, one.replace('. ', '.\n\n'), translated)).toEqual([
    'stale: Die Nordmole ist wegen Reparaturen bis März gesperrt.',
    'stale: Die Fähren fahren alle vierzig Minuten vom Fischmarkt ab.',
  ])
})
