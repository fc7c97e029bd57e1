import { existsSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import express, { type RequestHandler, type Router } from 'express'

/** Root of the checkout, wherever this file was bundled to. */
function repositoryRoot(from = import.meta.dirname): string {
  if (existsSync(join(from, 'package.json')) || dirname(from) === from) return from
  return repositoryRoot(dirname(from))
}

const year = 365 * 24 * 60 * 60 * 1000

/** The built pages: files with a hash in their name for ever, and index.html, always asked for anew, for every address that a person navigates to. */
export function webPages(folder = join(repositoryRoot(), 'dist', 'web')): Router {
  const router = express.Router()
  router.use('/assets', precompressed(join(folder, 'assets')), express.static(join(folder, 'assets'), { immutable: true, maxAge: year, index: false, redirect: false }))
  router.use(express.static(folder, { index: false, redirect: false }))
  router.use((req, res, next) => {
    if (!(req.method === 'GET' || req.method === 'HEAD') || !req.headers.accept?.includes('text/html')) return next()
    res.set('Cache-Control', 'no-cache')
    res.sendFile('index.html', { root: folder }, (error) => error && next(error))
  })
  return router
}

/** Answers with `name.br` or `name.gz`, where the build left one and the browser takes it. */
function precompressed(folder: string): RequestHandler {
  const files = new Set(existsSync(folder) ? readdirSync(folder) : [])
  return (req, res, next) => {
    const name = req.path.slice(1)
    const choice = (['br', 'gzip'] as const).find((encoding) => files.has(name + suffix[encoding]) && req.acceptsEncodings(encoding))
    res.vary('Accept-Encoding')
    if (!choice || !files.has(name)) return next()
    res.type(name)
    res.set('Content-Encoding', choice)
    res.set('Cache-Control', `public, max-age=${year / 1000}, immutable`)
    res.sendFile(name + suffix[choice], { root: folder, cacheControl: false }, (error) => error && next(error))
  }
}

const suffix = { br: '.br', gzip: '.gz' } as const
