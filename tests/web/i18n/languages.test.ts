import { expect, test } from 'vitest'
import { languageProps, negotiate } from '../../../web/i18n/languages.js'

test.each([
  [['es', 'ar'], 'es'],
  [[null, 'ar-EG', 'en'], 'ar'],
  [['fr-CA', 'es-MX'], 'es'],
  [['de', undefined], 'en'],
  [[], 'en'],
])('of %j the interface speaks %s', (wanted, spoken) => {
  expect(negotiate(wanted)).toBe(spoken)
})

test.each([
  ['ar', { lang: 'ar', dir: 'rtl' }],
  ['he-IL', { lang: 'he-IL', dir: 'rtl' }],
  ['az-Arab', { lang: 'az-Arab', dir: 'rtl' }],
  ['az', { lang: 'az', dir: 'ltr' }],
  ['not a tag', { lang: 'und', dir: 'ltr' }],
])('a text of “%s” wears %j', (tag, props) => {
  expect(languageProps(tag)).toEqual(props)
})
