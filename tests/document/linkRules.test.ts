import { describe, expect, test } from 'vitest'
import { linkFor, type LinkRule } from '../../server/document/linkRules.js'

const rule = (from: string, to: string, ...locales: string[]): LinkRule => ({ from, to, locales })

describe('an address in another language', () => {
  test.each([
    ['/en/', '/{locale}/', '/en/help#top', '/fr/help#top'],
    ['/en/', '/{locale}/', '/english', '/english'],
    ['/en/', '/{locale}/', 'https://example.org/en/help', 'https://example.org/en/help'],
    ['https://*/en/', 'https://*/{locale}/', 'https://docs.example.org/en/help', 'https://docs.example.org/fr/help'],
    ['*.en.html', '*.{locale}.html', 'guide/start.en.html#top', 'guide/start.fr.html#top'],
    ['*/en/*/print', '*/{locale}/*/print', '../en/a/print', '../fr/a/print'],
    ['/en/', '/', '/en/help', '/help'],
    ['/en/', '/{locale}/*', '/en/help', '/fr/help'],
  ])('by %s → %s: %s is %s', (from, to, address, wanted) => expect(linkFor([rule(from, to)], 'fr')(address)).toBe(wanted))

  test('is that of the first rule that fits, and that holds for the language', () => {
    const rules = [rule('/en/', '/br/', 'pt-BR', 'pt'), rule('/en/legal/', '/en/legal/'), rule('/en/', '/{locale}/')]
    expect(linkFor(rules, 'pt-BR')('/en/help')).toBe('/br/help')
    expect(linkFor(rules, 'fr')('/en/help')).toBe('/fr/help')
    expect(linkFor(rules, 'fr')('/en/legal/terms')).toBe('/en/legal/terms')
    expect(linkFor([], 'fr')('/en/help')).toBe('/en/help')
  })
})
