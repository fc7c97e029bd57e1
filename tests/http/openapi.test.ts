import { afterAll, beforeAll, expect, test } from 'vitest'
import { contract } from '../../server/contract/index.js'
import { startTestServer, type TestServer } from '../helpers/server.js'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

interface Operation {
  operationId: string
  description: string
  security: unknown[]
  parameters?: { name: string; in: string; required?: boolean }[]
  responses: Record<string, unknown>
}
interface Description {
  openapi: string
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, unknown>; securitySchemes: Record<string, unknown> }
}

const describe = async (): Promise<Description> => (await server.agent('nobody').get('/api/v1/openapi.json').expect(200)).body as Description

test('the description is OpenAPI 3.1 and lists every route of the contract, and no other', async () => {
  const description = await describe()
  const listed = Object.entries(description.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`),
  )
  expect(description.openapi).toBe('3.1.0')
  expect(listed.sort()).toEqual(Object.keys(contract).sort())
})

test('every operation has a name of its own, says its permission, its path parameters and how it refuses', async () => {
  const { paths } = await describe()
  const names = new Set<string>()
  for (const [path, methods] of Object.entries(paths)) {
    for (const operation of Object.values(methods)) {
      expect(names.has(operation.operationId), operation.operationId).toBe(false)
      names.add(operation.operationId)
      expect(operation.description).toMatch(/^Permission `[a-z:-]+`: \w/)
      expect(operation.responses).toHaveProperty('default')
      const named = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1])
      const described = (operation.parameters ?? []).filter((parameter) => parameter.in === 'path').map((parameter) => parameter.name)
      expect(described.sort(), path).toEqual(named.sort())
    }
  }
})

test('every reference inside the description leads somewhere', async () => {
  const description = await describe()
  const references = [...JSON.stringify(description).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map((match) => match[1])
  expect(references).toContain('Refusal')
  for (const name of references) expect(description.components.schemas).toHaveProperty([name ?? ''])
})

test('the page to browse it loads only files of this server and has no inline script', async () => {
  const { text } = await server.agent('nobody').get('/api/v1/docs').expect('Content-Type', /html/).expect(200)
  const addresses = [...text.matchAll(/(?:src|href)="([^"]+)"/g)].map((match) => match[1] ?? '')
  expect(addresses.length).toBeGreaterThan(3)
  for (const address of addresses) await server.agent('nobody').get(address).expect(200)
  expect(text).not.toMatch(/<script(?![^>]*\ssrc=)/)
})
