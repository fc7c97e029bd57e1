import { register } from 'tsx/esm/api'

// Node does not hand an `--import tsx` on to worker threads, so the worker registers it itself.
register()
await import('./worker.ts')
