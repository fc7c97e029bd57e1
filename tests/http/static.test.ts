import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import express, { type Express } from 'express'
import supertest from 'supertest'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { webPages } from '../../server/http/static.js'

const script = 'console.log("a page")'
let folder: string
let app: Express
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'stele-web-'))
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Stele</title>')
  writeFileSync(join(folder, 'assets', 'main-1a2b.js'), script)
  writeFileSync(join(folder, 'assets', 'main-1a2b.js.gz'), gzipSync(script))
  writeFileSync(join(folder, 'assets', 'plain-3c4d.css'), 'a{}')
  app = express().use(webPages(folder))
})
afterAll(() => rmSync(folder, { recursive: true }))

test.each(['/', '/charter', '/charter/12/fr', '/sign-in/secret'])('a person who goes to %s gets the page, always asked for anew', async (path) => {
  const answer = await supertest(app).get(path).set('Accept', 'text/html,*/*').expect(200)
  expect(answer.text).toContain('<title>Stele</title>')
  expect(answer.get('Cache-Control')).toBe('no-cache')
})

test('a script that asks for the same gets nothing', async () => {
  await supertest(app).get('/charter').set('Accept', 'application/json').expect(404)
  await supertest(app).post('/charter').set('Accept', 'text/html').expect(404)
})

test('files with a hash in their name are kept for ever, compressed as the build left them', async () => {
  const answer = await supertest(app).get('/assets/main-1a2b.js').set('Accept-Encoding', 'gzip').expect(200)
  expect(answer.text).toBe(script)
  expect(answer.get('Content-Encoding')).toBe('gzip')
  expect(answer.get('Content-Type')).toMatch(/javascript/)
  expect(answer.get('Cache-Control')).toBe('public, max-age=31536000, immutable')
  expect(answer.get('Vary')).toContain('Accept-Encoding')
})

test('who takes no compression gets them as they are', async () => {
  const answer = await supertest(app).get('/assets/main-1a2b.js').set('Accept-Encoding', 'identity').expect(200)
  expect(answer.get('Content-Encoding')).toBeUndefined()
  expect(answer.text).toBe(script)
  await supertest(app).get('/assets/plain-3c4d.css').expect(200).expect('Cache-Control', 'public, max-age=31536000, immutable')
})

test('a file that is not there, or not there any more, is not the page', async () => {
  await supertest(app).get('/assets/main-old.js').set('Accept', '*/*').expect(404)
  await supertest(app).get('/assets/..%2f..%2fpackage.json').set('Accept', '*/*').expect(404)
})
