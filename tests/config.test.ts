import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readConfig } from '../server/config.js'

test('without any variable it serves this machine only, with the demonstration and without mail', () => {
  expect(readConfig({})).toMatchObject({ data: resolve('data'), host: '127.0.0.1', port: 4000, url: 'http://127.0.0.1:4000', demo: true, smtp: null, trustProxy: 0 })
})

test('an empty variable counts as none', () => {
  expect(readConfig({ STELE_HOST: '', STELE_PORT: '', STELE_URL: '', STELE_SMTP: '', STELE_DATA: '' })).toEqual(readConfig({}))
})

describe('the public address', () => {
  test.each([
    ['follows host and port', { STELE_HOST: '10.0.0.5', STELE_PORT: '8080' }, 'http://10.0.0.5:8080'],
    ['is this machine where the server listens everywhere', { STELE_HOST: '0.0.0.0' }, 'http://127.0.0.1:4000'],
    ['is what STELE_URL says, without a final slash', { STELE_URL: 'https://stele.example.org/' }, 'https://stele.example.org'],
  ])('%s', (_, env, url) => {
    expect(readConfig(env).url).toBe(url)
  })
})

test('the limit of uploads is written in MiB and kept in bytes', () => {
  expect(readConfig({ STELE_UPLOAD_LIMIT: '10' }).uploadLimit).toBe(10 * 1024 * 1024)
})

test.each([
  ['STELE_PORT', 'http'],
  ['STELE_PORT', '65536'],
  ['STELE_PORT', '-1'],
  ['STELE_UPLOAD_LIMIT', '0'],
  ['STELE_UPLOAD_LIMIT', '1.5'],
  ['STELE_TRUST_PROXY', 'yes'],
])('%s=%s is refused by name', (name, value) => {
  expect(() => readConfig({ [name]: value })).toThrow(`${name} is "${value}"`)
})

test('STELE_DEMO=off leaves an empty database empty', () => {
  expect(readConfig({ STELE_DEMO: 'off' }).demo).toBe(false)
})
