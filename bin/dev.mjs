#!/usr/bin/env node
// `npm run dev`: the server from its sources, started anew at every change, and the web application with hot reload in front of it.
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const bin = (path) => fileURLToPath(new URL(`../node_modules/${path}`, import.meta.url))
const root = fileURLToPath(new URL('..', import.meta.url))
const run = (...args) => spawn(process.execPath, args, { cwd: root, stdio: 'inherit' })

const children = [
  run(bin('tsx/dist/cli.mjs'), 'watch', '--clear-screen=false', '--include=locales/*.json', 'server/cli/program.ts', 'serve'),
  run(bin('vite/bin/vite.js'), 'web', '--config', 'web/vite.config.ts'),
]
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => children.forEach((child) => child.kill(signal)))
for (const child of children) child.on('exit', (code) => (children.forEach((other) => other.kill()), (process.exitCode ??= code ?? 0)))
