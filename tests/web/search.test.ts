import { expect, test } from 'vitest'
import { documentSearch, peopleSearch, projectSearch, reviseSearch, signInSearch } from '../../web/search.js'

test('what a page wrote into its address comes back', () => {
  expect(projectSearch({ find: 'statement', status: 'stale', sort: 'left', archived: true })).toEqual({ find: 'statement', status: 'stale', sort: 'left', archived: true })
  expect(documentSearch({ from: 1, to: '2', kind: 'moved' })).toEqual({ from: 1, to: 2, kind: 'moved' })
  expect(reviseSearch({ by: 'edit', kind: 'added' })).toEqual({ by: 'edit', kind: 'added' })
})

test('a wrong value in an address is as none', () => {
  expect(projectSearch({ find: '', status: 'done', sort: 'size', archived: 'yes' })).toEqual({})
  expect(documentSearch({ from: '-1', to: 1.5, kind: 'same' })).toEqual({})
  expect(peopleSearch({ tab: ['accounts'], find: {} })).toEqual({})
})

test('what looks like a number to the address bar stays a text where a text is asked for', () => {
  expect(projectSearch({ find: 1984 })).toEqual({ find: '1984' })
  expect(signInSearch({ next: '/charter' })).toEqual({ next: '/charter' })
})
