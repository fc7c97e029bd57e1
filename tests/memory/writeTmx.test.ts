import { expect, test } from 'vitest'
import { writeTmx } from '../../server/memory/writeTmx.js'

const written = (source: string, target: string): string => [...writeTmx([{ source, target }], { from: 'en', to: 'fr', version: '1' })].join('')

test('a memory names its languages, and holds each text once in both', () => {
  expect(written('One & two', 'Un & deux')).toContain(
    '<tu>\n<tuv xml:lang="en"><seg>One &amp; two</seg></tuv>\n<tuv xml:lang="fr"><seg>Un &amp; deux</seg></tuv>\n</tu>\n</body>\n</tmx>\n',
  )
})

test('codes are what TMX calls them, a literal one is text', () => {
  expect(written('<1>Bold</1><2/> \\<3>', 'x')).toContain('<seg><bpt i="1" x="1"/>Bold<ept i="1"/><ph x="2"/> &lt;3&gt;</seg>')
})

test('a character that XML cannot say spoils nothing', () => {
  expect(written('a\0b', 'x')).toContain('<seg>a\ufffdb</seg>')
})
