import { expect, test } from 'vitest'
import { alignByRange } from '../../server/revise/alignByRange.js'

/** Units of one text, cut at the marks `|`; what stands in brackets is no unit. */
function unitsOf(text: string) {
  let at = 0
  return text.split('|').flatMap((piece) => {
    const start = at
    at += piece.length
    return piece.startsWith('[') ? [] : [{ text: piece.trim(), kind: 'paragraph' as const, level: 0, path: [], key: null, start, end: at }]
  })
}

const links = (before: string, after: string) => alignByRange(unitsOf(before), unitsOf(after)).map(({ kind, old, new: now }) => `${kind} ${old.join()}:${now.join()}`)

test('what stands at the same place goes on, however short its pieces and however often they are repeated', () => {
  expect(links('Yes. |No no. |Yes. ', 'Yes. |No |no. |Yes. ')).toEqual(['same 0:0', 'split 1:1,2', 'same 2:3'])
  expect(links('A |B |C |D ', 'A B C |D ')).toEqual(['merged 0,1,2:0', 'same 3:1'])
})

test('what was no unit is added, what is none any more removed', () => {
  expect(links('One |[two]|Three', 'One |[two |Three')).toEqual(['same 0:0', 'same 1:1'])
  expect(links('One |[two]|Three', 'One |(two)|[Three')).toEqual(['same 0:0', 'added :1', 'removed 1:'])
})

test('units that were cut at other places altogether are aligned by their texts', () => {
  expect(links('The first of them |and the second of them ', 'The first of |them and the second of them ')).toEqual(['edited 0:0', 'edited 1:1'])
})
