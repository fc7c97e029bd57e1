import fc from 'fast-check'
import { expect, test } from 'vitest'
import { slug } from '../../server/contract/values.js'
import { slugOf } from '../../server/workflow/slugs.js'

test.each([
  ['Déclaration universelle !', 'declaration-universelle'],
  ['  Statement 2026/11  ', 'statement-2026-11'],
  ['Østlig', 'stlig'],
  ['宣言', ''],
])('%s becomes “%s”', (name, expected) => {
  expect(slugOf(name)).toBe(expected)
})

test('whatever the name, its slug is empty or one that the API takes', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.stringMatching(/^[a-z -]{0,200}$/)), (name) => {
      const made = slugOf(name)
      expect(made === '' || slug.safeParse(made).success).toBe(true)
    }),
  )
})
