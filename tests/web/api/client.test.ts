import { expect, test } from 'vitest'
import { address } from '../../../web/api/client.js'

test.each([
  ['/projects/:project', { project: 'charter' }, {}, '/api/v1/projects/charter'],
  ['/documents/:document/locales/:locale/export', { document: 7, locale: 'pt-BR' }, { content: 'all' }, '/api/v1/documents/7/locales/pt-BR/export?content=all'],
  ['/events', {}, { project: undefined, document: 7 }, '/api/v1/events?document=7'],
  ['/invitations/:token', { token: 'a/b?c' }, {}, '/api/v1/invitations/a%2Fb%3Fc'],
])('the address of %s with %j and %j', (path, params, query, expected) => {
  expect(address(path, params, query)).toBe(expected)
})
