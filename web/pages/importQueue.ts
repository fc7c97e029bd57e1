import { useReducer, useRef } from 'react'
import type { Document } from '../../server/contract/document.js'
import type { AnswerOf } from '../../server/contract/index.js'
import { api, isRefusal } from '../api/client.js'
import { nameOperation } from '../components/OperationProgress.js'

type Problem = AnswerOf<'POST /projects/:project/documents'>['problems'][number]

/** One document on its way in. */
export interface ImportItem {
  id: number
  path: string
  content: File | string
  state: 'waiting' | 'running' | 'done' | 'refused'
  operation: string
  error: unknown
  document: Document | null
  problems: readonly Problem[]
}

type Change = { type: 'add'; items: ImportItem[] } | { type: 'change'; id: number; change: Partial<ImportItem> } | { type: 'remove'; id: number }

function changed(items: readonly ImportItem[], change: Change): readonly ImportItem[] {
  if (change.type === 'add') return [...items, ...change.items]
  if (change.type === 'remove') return items.filter((item) => item.id !== change.id)
  return items.map((item) => (item.id === change.id ? { ...item, ...change.change } : item))
}

let nextId = 1

const itemOf = (path: string, content: File | string): ImportItem => ({
  id: nextId++,
  path,
  content,
  state: 'waiting',
  operation: nameOperation(),
  error: null,
  document: null,
  problems: [],
})

async function importOne(project: string, item: ImportItem, signal: AbortSignal): Promise<AnswerOf<'POST /projects/:project/documents'>> {
  const content =
    typeof item.content === 'string'
      ? { text: item.content }
      : { upload: (await api('POST /projects/:project/uploads', { params: { project }, body: item.content, signal })).sha256 }
  return api('POST /projects/:project/documents', { params: { project }, body: { path: item.path, content }, signal, operation: item.operation })
}

export interface ImportQueue {
  items: readonly ImportItem[]
  add(files: readonly { path: string; content: File | string }[]): void
  rename(id: number, path: string): void
  remove(id: number): void
  /** Imports what waits or was refused, one after another. */
  run(): Promise<void>
  /** Gives up the one that is running; the server then drops what it had written. */
  cancel(): void
}

/** Documents are imported one after another: a refused one stays, with its name to be changed, and does not hold up the others. */
export function useImportQueue(project: string, onImported: (document: Document) => void): ImportQueue {
  const [items, dispatch] = useReducer(changed, [])
  const abort = useRef<AbortController | null>(null)
  const change = (id: number, to: Partial<ImportItem>) => dispatch({ type: 'change', id, change: to })
  const run = async () => {
    for (const item of items.filter((each) => each.state === 'waiting' || each.state === 'refused')) {
      const controller = new AbortController()
      abort.current = controller
      const operation = nameOperation()
      change(item.id, { state: 'running', error: null, operation })
      try {
        const document = await importOne(project, { ...item, operation }, controller.signal)
        change(item.id, { state: 'done', document, problems: document.problems })
        onImported(document)
      } catch (error) {
        change(item.id, controller.signal.aborted ? { state: 'waiting' } : { state: 'refused', error })
        if (controller.signal.aborted || isRefusal(error, 'offline')) return
      }
    }
  }
  return {
    items,
    add: (files) => dispatch({ type: 'add', items: files.map((file) => itemOf(file.path, file.content)) }),
    rename: (id, path) => change(id, { path }),
    remove: (id) => dispatch({ type: 'remove', id }),
    run,
    cancel: () => abort.current?.abort(),
  }
}
