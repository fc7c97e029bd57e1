import { makeBlocks, reviseBlocks, toText } from './document.js'

/** A source manager at a computer of their own, so that a large document in their hands holds up nobody else's. */
export type Errand = { do: 'import'; path: string } | { do: 'preview'; id: number } | { do: 'export'; id: number } | { do: 'revise' | 'revert'; id: number; base: number }

/** Which server, and as whom. */
export interface From {
  url: string
  cookie: string
}

export interface Done {
  /** In ms. */
  took: number
  /** Of the document. */
  id: number
}

const units = 10_000
const blocks = makeBlocks(units)
const [text, later] = [toText(blocks), toText(reviseBlocks(blocks))]

function requestOf(errand: Errand): [method: string, path: string, body?: object] {
  if (errand.do === 'import') return ['POST', '/projects/charter/documents', { path: errand.path, content: { text } }]
  const document = `/documents/${errand.id}`
  if (errand.do === 'preview') return ['POST', `${document}/preview`, { content: { text: later } }]
  if (errand.do === 'export') return ['GET', `${document}/locales/de/export?content=all`]
  return ['POST', `${document}/revisions`, { base: errand.base, content: errand.do === 'revise' ? { text: later } : { revertTo: 1 } }]
}

async function run(errand: Errand & From): Promise<Done> {
  const [method, path, body] = requestOf(errand)
  const headers = { cookie: errand.cookie, 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' }
  const start = performance.now()
  const answer = await fetch(`${errand.url}/api/v1${path}`, { method, headers, body: JSON.stringify(body) })
  const said = await answer.text()
  const took = performance.now() - start
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${said}`)
  return { took, id: errand.do === 'import' ? (JSON.parse(said) as { id: number }).id : errand.id }
}

process.on('message', (errand: Errand & From) => void run(errand).then((done) => process.send?.(done)))
process.send?.('ready')
