import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import express, { type Router } from 'express'
import { z } from 'zod'
import type { ZodOpenApiOperationObject, ZodOpenApiPathsObject, ZodOpenApiResponsesObject } from 'zod-openapi'
import manifest from '../../package.json' with { type: 'json' }
import { contract } from '../contract/index.js'
import type { Method, Route } from '../contract/route.js'
import type { RefusalCode } from '../errors.js'
import type { Permission } from '../workflow/permissions.js'
import { statusOfRefusal } from './refusals.js'

/** What each permission means, for people who read the description. */
const meanings: Record<Permission, string> = {
  public: 'Anybody, signed in or not.',
  'signed-in': 'Anybody who is signed in.',
  'site:administer': 'Administrators.',
  'site:create-project': 'Administrators and managers of the installation.',
  'project:view': 'Members of the project.',
  'project:manage': 'Source managers of the project.',
  'project:segment': 'Source managers of the project, and those who translate or review all its languages.',
  'project:comment': 'Members of the project, except viewers.',
  'project:export': 'Members of the project.',
  'locale:translate': 'Translators and reviewers of the language.',
  'locale:review': 'Reviewers of the language.',
}

const refusal = z
  .object({
    error: z.object({
      code: z.enum(['internal', ...Object.keys(statusOfRefusal)]),
      message: z.string().describe('For people, in the language that the account chose or that Accept-Language asks for'),
      details: z.record(z.string(), z.unknown()).describe('What the message is about'),
      data: z.unknown().optional().describe('What is needed to go on, such as both texts of a conflict'),
    }),
  })
  .meta({ id: 'Refusal' })

const refused = (...codes: RefusalCode[]) => ({ description: `Refused: ${codes.join(', ')}`, content: { 'application/json': { schema: refusal } } })

function refusalsOf(route: Route): ZodOpenApiResponsesObject {
  const takes = route.params ?? route.query ?? route.body
  return {
    ...(takes ? { '400': refused('invalid-input') } : {}),
    ...(route.permission === 'public' ? {} : { '401': refused('not-signed-in') }),
    ...(/^(site|project|locale):/.test(route.permission) ? { '403': refused('forbidden') } : {}),
    ...(route.params ? { '404': refused('not-found') } : {}),
    default: { description: 'Refused: nothing was changed', content: { 'application/json': { schema: refusal } } },
  }
}

function successOf(route: Route): ZodOpenApiResponsesObject {
  const { answer } = route
  if (answer === undefined) return { [String(route.status ?? 204)]: { description: 'Done' } }
  if (answer === 'bytes') return { '200': { description: 'A file', content: { '*/*': { schema: { type: 'string', format: 'binary' } } } } }
  if (answer === 'page') return { '200': { description: 'A page', content: { 'text/html': { schema: { type: 'string' } } } } }
  if (answer === 'events') return { '200': { description: 'Server-sent events', content: { 'text/event-stream': { schema: { type: 'string' } } } } }
  return { [String(route.status ?? 200)]: { description: 'Done', content: { 'application/json': { schema: answer } } } }
}

/** `GET /projects/:project/members` → `getProjectsByProjectMembers`. */
function operationId(method: Method, path: string): string {
  const words = path.replace(/:/g, 'by-').split(/[/-]/).filter(Boolean)
  return method.toLowerCase() + words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')
}

function operationOf(method: Method, path: string, route: Route): ZodOpenApiOperationObject {
  const { body } = route
  return {
    operationId: operationId(method, path),
    summary: route.summary,
    description: `Permission \`${route.permission}\`: ${meanings[route.permission]}`,
    tags: [path.split('/')[1] ?? ''],
    security: route.permission === 'public' ? [] : [{ cookie: [] }, { token: [] }],
    requestParams: { ...(route.params ? { path: route.params } : {}), ...(route.query ? { query: route.query } : {}) },
    ...(body === undefined
      ? {}
      : {
          requestBody: {
            required: true,
            content: body === 'bytes' ? { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } : { 'application/json': { schema: body } },
          },
        }),
    responses: { ...successOf(route), ...refusalsOf(route) },
  }
}

/** The API as OpenAPI 3.1, made from the contract; the library is loaded only when somebody asks. */
async function describeApi() {
  const { createDocument } = await import('zod-openapi')
  const paths: ZodOpenApiPathsObject = {}
  for (const [key, route] of Object.entries<Route>(contract)) {
    const [method, path] = key.split(' ') as [Method, string]
    const address = path.replace(/:(\w+)/g, '{$1}')
    paths[address] = { ...paths[address], [method.toLowerCase()]: operationOf(method, path, route) }
  }
  return createDocument({
    openapi: '3.1.0',
    info: { title: 'Stele', version: manifest.version, description: manifest.description, license: { name: manifest.license, identifier: manifest.license } },
    servers: [{ url: '/api/v1' }],
    paths,
    components: {
      securitySchemes: {
        cookie: { type: 'apiKey', in: 'cookie', name: 'stele', description: 'The session of a browser; behind TLS its name is __Host-stele' },
        token: { type: 'http', scheme: 'bearer', description: 'A token that you make for yourself: POST /account/tokens' },
      },
    },
  })
}

const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Stele API</title>
<link rel="stylesheet" href="/api/v1/docs/swagger-ui.css">
<link rel="icon" href="/api/v1/docs/favicon-32x32.png">
</head>
<body>
<div id="swagger-ui"></div>
<script src="/api/v1/docs/swagger-ui-bundle.js"></script>
<script src="/api/v1/docs/start.js"></script>
</body>
</html>
`
const start = `SwaggerUIBundle({ url: '/api/v1/openapi.json', dom_id: '#swagger-ui', deepLinking: true, validatorUrl: null })\n`

/** The description of the API and a page to browse it, which loads nothing from elsewhere and has no inline script. */
export function apiDescription(): Router {
  const router = express.Router()
  let description: ReturnType<typeof describeApi> | undefined
  router.get('/openapi.json', async (_req, res) => {
    description ??= describeApi()
    res.json(await description)
  })
  router.get('/docs', (_req, res) => void res.type('html').send(page))
  router.get('/docs/start.js', (_req, res) => void res.type('js').send(start))
  const files = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'))
  for (const name of ['swagger-ui.css', 'swagger-ui-bundle.js', 'favicon-32x32.png']) {
    router.get(`/docs/${name}`, (_req, res, next) => res.sendFile(name, { root: files, maxAge: '1d' }, (error) => error && next(error)))
  }
  return router
}
