import fc from 'fast-check'
import { expect, test } from 'vitest'
import { matchesGlob } from '../../server/workflow/glob.js'

test.each<[pattern: string, fitting: string[], other: string[]]>([
  ['*.md', ['a.md', 'docs/deep/a.md'], ['a.mdx', 'a.md/b']],
  ['README.md', ['README.md', 'docs/README.md'], ['READMEXmd', 'OLD-README.md']],
  ['docs/*.md', ['docs/a.md'], ['docs/deep/a.md', 'a.md', 'old/docs/a.md']],
  ['/docs/*.md', ['docs/a.md'], ['old/docs/a.md']],
  ['docs/**', ['docs/a.md', 'docs/deep/er/a.txt'], ['docs', 'doc/a.md']],
  ['docs/**/*.md', ['docs/a.md', 'docs/x/y/a.md'], ['docs/a.txt']],
  ['**/drafts/*', ['drafts/a.md', 'a/b/drafts/c'], ['drafts/a/b', 'mydrafts/a']],
  ['**', ['a', 'a/b/c.md'], []],
  ['v?.txt', ['v1.txt', 'v😀.txt'], ['v10.txt', 'v.txt']],
  ['{docs,help}/*.{md,html}', ['docs/a.md', 'help/b.html'], ['docs/a.txt', 'about/a.md']],
  ['a+b(1)[c].md', ['a+b(1)[c].md'], ['aab1c.md']],
  ['', [], ['a']],
])('%s', (pattern, fitting, other) => {
  expect(fitting.filter((path) => !matchesGlob(pattern, path))).toEqual([])
  expect(other.filter((path) => matchesGlob(pattern, path))).toEqual([])
})

test('a path without marks of its own fits itself', () => {
  const path = fc
    .array(fc.string({ unit: fc.constantFrom('a', 'b', '.', '-', ' ', 'é', '😀'), minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 4 })
    .map((names) => names.join('/'))
  fc.assert(
    fc.property(path, (path) => {
      expect(matchesGlob(path, path)).toBe(true)
    }),
  )
})

test('a pattern that is all stars and braces is answered', () => {
  expect(matchesGlob('*a'.repeat(100), 'a'.repeat(1000))).toBe(true)
  expect(matchesGlob('**/'.repeat(60), 'a/'.repeat(500) + 'b')).toBe(false)
  expect(matchesGlob('{a,b}'.repeat(40), 'b'.repeat(39))).toBe(false)
})
