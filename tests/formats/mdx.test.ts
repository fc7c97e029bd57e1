import { describe, expect, test } from 'vitest'
import { mdx } from '../../server/formats/mdx.js'
import { readDocument } from '../../server/formats/readDocument.js'
import { writeDocument } from '../../server/formats/writeDocument.js'

const french = { locale: 'fr', direction: 'ltr', link: (address: string) => address.replace('/en/', '/fr/') } as const

/** The document with a text in its first unit, and others as they are. */
function written(source: string, target: string): string {
  const { units } = readDocument(Buffer.from(source), { format: 'mdx', locale: 'en', segmentation: 'block' })
  return Buffer.from(writeDocument(Buffer.from(source), mdx, [{ ...units[0]!, target }], french)).toString()
}

describe('addresses in another language', () => {
  test.each([
    ['Words <Link href="/en/a">here</Link>\n', 'Mots <1>ici</1>', 'Mots <Link href="/fr/a">ici</Link>\n'],
    [
      'Words\n\n<Card href="/en/a" title="Card">\n\nMore <a href=\'/en/b\'>there</a>\n\n</Card>\n',
      'Mots',
      'Mots\n\n<Card href="/fr/a" title="Card">\n\nMore <a href=\'/fr/b\'>there</a>\n\n</Card>\n',
    ],
    [
      'Words <Link to={"/en/a"} href={`/en/b`}>here</Link> and {"<a href=\'/en/c\'>"}\n',
      'Mots <1>ici</1> <2/>',
      'Mots <Link to={"/en/a"} href={`/en/b`}>ici</Link> {"<a href=\'/en/c\'>"}\n',
    ],
  ])('%s', (source, target, result) => expect(written(source, target)).toBe(result))
})
