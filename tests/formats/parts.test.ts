import { strToU8, strFromU8, unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import type { Format } from '../../server/formats/format.js'
import { placedParts } from '../../server/formats/parts.js'
import { writeDocument } from '../../server/formats/writeDocument.js'
import { openZip, rewriteZip } from '../../server/formats/zip.js'
import { text } from '../../server/formats/text.js'

/** A container as office formats are: two texts among other things. */
const folder: Format = {
  ...text,
  id: 'folder',
  container: {
    open: (bytes) => ['b.txt', 'a.txt'].map((name) => ({ name, bytes: openZip(bytes).read(name)! })),
    close: rewriteZip,
  },
}
const archive = Buffer.from(zipSync({ 'a.txt': strToU8('One.\r\n\r\nTwo.'), 'image.png': strToU8('PNG'), 'b.txt': strToU8('Three.') }))
const edit = (start: number, end: number, target: string) => ({ start, end, target, codes: [], context: '' })
const contents = (bytes: Uint8Array) => Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]))

test('ranges count the bytes of all parts, in the order in which they are read', () => {
  expect(placedParts(archive, folder).map(({ name, start, encoding }) => [name, start, encoding])).toEqual([
    ['b.txt', 0, 'utf-8'],
    ['a.txt', 6, 'utf-8'],
  ])
})

test('an edit changes its part alone, with the line ends of that part', () => {
  expect(contents(writeDocument(archive, folder, [edit(6, 10, 'Eins\nund')]))).toEqual({ 'a.txt': 'Eins\r\nund\r\n\r\nTwo.', 'image.png': 'PNG', 'b.txt': 'Three.' })
})

test('edits of several parts come in one go', () => {
  expect(contents(writeDocument(archive, folder, [edit(0, 6, 'Drei.'), edit(14, 18, 'Zwei.')]))).toEqual({ 'a.txt': 'One.\r\n\r\nZwei.', 'image.png': 'PNG', 'b.txt': 'Drei.' })
})

test('an edit beyond the last part is a bug, and said', () => {
  expect(() => writeDocument(archive, folder, [edit(18, 30, 'x')])).toThrow(RangeError)
})

test('what a format says outside of translations goes with them, and gives way inside a slot', () => {
  const localised: Format = {
    ...text,
    localise: (content, { locale }) => [...content.matchAll(/en/g)].map(({ index }) => ({ start: index, end: index + 2, text: locale })),
    relink: (raw, link) => raw.replace(/\S+/, link),
    spell: (target, { codes }) => `${target}${codes[0]?.open ?? ''}`,
  }
  const codes = [{ id: 1, type: 'link', open: '/en/help' }]
  const written = writeDocument(strToU8('en\n\nsend é\n\nen'), localised, [{ ...edit(4, 11, 'Senden '), codes }], {
    locale: 'de',
    direction: 'ltr',
    link: (address) => address.replace('/en/', '/de/'),
  })
  expect(strFromU8(written)).toBe('de\n\nSenden /de/help\n\nde')
})

test('without a translation nothing is localized: the very same bytes', () => {
  const localised: Format = { ...text, localise: () => [{ start: 0, end: 0, text: 'x' }] }
  expect(writeDocument(strToU8('en'), localised, [], { locale: 'de', direction: 'ltr', link: (address) => address })).toEqual(strToU8('en'))
})
