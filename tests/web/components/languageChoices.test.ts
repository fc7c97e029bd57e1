import { describe, expect, test } from 'vitest'
import { canonicalLocale } from '../../../server/document/language.js'
import { findLanguages, languageChoices } from '../../../web/components/languageChoices.js'

const english = languageChoices('en')
const found = (query: string, language = 'en') => findLanguages(languageChoices(language), query).map((choice) => choice.tag)

test('every choice is a language that the server takes, and each stands there once', () => {
  expect(english.filter(({ tag }) => canonicalLocale(tag) !== tag)).toEqual([])
  expect(new Set(english.map(({ tag }) => tag)).size).toBe(english.length)
})

describe('a language is found', () => {
  test.each([
    ['by its name in the language of the interface', 'fren', 'en', 'fr'],
    ['by its name for itself', 'français', 'en', 'fr'],
    ['without marks', 'francais', 'en', 'fr'],
    ['in another script', 'العر', 'en', 'ar'],
    ['by its tag', 'pt-BR', 'en', 'pt-BR'],
    ['in the words of another interface', 'alemán', 'es', 'de'],
    ['in an interface that is written from right to left', 'الفرنسية', 'ar', 'fr'],
  ])('%s', (_, query, language, tag) => {
    expect(found(query, language)[0]).toBe(tag)
  })
})

test('a language comes before its variants', () => {
  expect(found('french').slice(0, 2)).toEqual(['fr', 'fr-BE'])
})

test('nothing is found for what begins no word', () => {
  expect(found('klingonisch')).toEqual([])
})
