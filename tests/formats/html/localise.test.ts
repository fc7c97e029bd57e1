import { describe, expect, test } from 'vitest'
import { linkFor } from '../../../server/document/linkRules.js'
import { html } from '../../../server/formats/html.js'
import { readDocument } from '../../../server/formats/readDocument.js'
import { writeDocument } from '../../../server/formats/writeDocument.js'

/** The page in this language, with these targets by their sources. */
function localised(page: string, targets: Record<string, string>, locale = 'fr'): string {
  const bytes = Buffer.from(page)
  const { units } = readDocument(bytes, { format: 'html', segmentation: 'block', locale: 'en' })
  const edits = units.flatMap((unit) => (targets[unit.text] === undefined ? [] : [{ ...unit, target: targets[unit.text]! }]))
  const link = linkFor([{ from: '/en/', to: '/{locale}/', locales: [] }], locale)
  return Buffer.from(writeDocument(bytes, html, edits, { locale, direction: locale === 'ar' ? 'rtl' : 'ltr', link })).toString()
}

const onlyLanguage = (root: string, locale?: string) => localised(`${root}<p>Hi`, { Hi: 'X' }, locale).replace('<p>X', '')

describe('the root of a page in another language', () => {
  test.each([
    ['<html>', '<html lang="fr">'],
    ['<html lang="en">', '<html lang="fr">'],
    ["<HTML LANG='en-GB' class=a>", "<HTML LANG='fr' class=a>"],
    ['<html lang=en>', '<html lang="fr">'],
    ['<html lang>', '<html lang="fr">'],
    ['<html lang= >', '<html lang= "fr">'],
    ['<html lang="">', '<html lang="fr">'],
    ['<html lang="en" xml:lang="en">', '<html lang="fr" xml:lang="fr">'],
    ['<html dir="rtl" lang="ar">', '<html dir="ltr" lang="fr">'],
    ['<html><body lang="EN-US">', '<html lang="fr"><body lang="fr">'],
    ['<!-- <html> --><html>', '<!-- <html> --><html lang="fr">'],
    ['<p lang="en">', '<p lang="en">'],
    ['<html constructor="x">', '<html lang="fr" constructor="x">'],
  ])('%s becomes %s', (root, wanted) => expect(onlyLanguage(root)).toBe(wanted))

  test('runs from right to left where the language does', () => {
    expect(onlyLanguage('<html lang="en">', 'ar')).toBe('<html dir="rtl" lang="ar">')
    expect(onlyLanguage('<html dir=ltr>', 'ar')).toBe('<html lang="ar" dir="rtl">')
  })

  test('says its language in the metadata that name one', () => {
    expect(onlyLanguage('<meta http-equiv="Content-Language" content="en"><meta property="og:locale" content="en_US"><meta name="viewport" content="en">')).toBe(
      '<meta http-equiv="Content-Language" content="fr"><meta property="og:locale" content="fr_FR"><meta name="viewport" content="en">',
    )
  })

  test('stays as it is where nothing is translated', () => expect(localised('<html lang="en"><p>Hi</p>', {})).toBe('<html lang="en"><p>Hi</p>'))
})

describe('addresses', () => {
  test('outside of texts, in untranslated and in translated texts', () => {
    expect(
      localised('<link rel=next href="/en/b?x=1&amp;y=2"><img src=/en/a.png alt=""><p>See <a href="/en/a">this</a>.</p><p>And <a title="x" href=\'/en/b\'>that</a>.</p>', {
        'See <1>this</1>.': 'Voir <1>ceci</1>.',
      }),
    ).toBe('<link rel=next href="/fr/b?x=1&amp;y=2"><img src="/fr/a.png" alt=""><p>Voir <a href="/fr/a">ceci</a>.</p><p>And <a title="x" href=\'/fr/b\'>that</a>.</p>')
  })

  test('in a tag that is cut by a translated attribute, and inside of what is one code', () => {
    expect(
      localised('<p>A <a title="The tip" href="/en/b">link</a> and <a href="/en/c" title="c">another</a>, <span translate="no"><a href="/en/d">D</a></span></p>', {
        'A <1>The tip</1><2>link</2> and <3>c</3><4>another</4>, <5/>': 'Un <1>Info</1><2>lien</2> et <3>c</3><4>un autre</4>, <5/>',
      }),
    ).toBe('<p>Un <a title="Info" href="/fr/b">lien</a> et <a href="/fr/c" title="c">un autre</a>, <span translate="no"><a href="/fr/d">D</a></span></p>')
  })

  test('in code, whose label is its words, so that an export reads as its source', () => {
    const page = '<p>See <code><a href="/en/api">api()</a></code>.</p>'
    const written = localised(page, { 'See <1/>.': 'Voir <1/>.' })
    expect(written).toBe('<p>Voir <code><a href="/fr/api">api()</a></code>.</p>')
    const label = (text: string) => readDocument(Buffer.from(text), { format: 'html', segmentation: 'block', locale: 'en' }).units[0]!.codes[0]!.label
    expect([label(page), label(written)]).toEqual(['api()', 'api()'])
  })

  test('of several images', () => {
    expect(localised('<img srcset="/en/a.png 1x, /en/b.png 2x" alt="Quay">', { Quay: 'Quai' })).toBe('<img srcset="/fr/a.png 1x, /fr/b.png 2x" alt="Quai">')
  })

  test('stay where the tag names the language of what it leads to, and in scripts and comments', () => {
    const page = '<link rel=alternate hreflang=en href="/en/"><script src="x">a("<a href=/en/>")</script><!-- <a href="/en/"> --><p>Hi <a hreflang="en" href="/en/">English</a></p>'
    expect(localised(page, { 'Hi <1>English</1>': 'Salut <1>English</1>' })).toBe(page.replace('Hi', 'Salut'))
  })
})
