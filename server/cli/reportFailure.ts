import { CommanderError } from 'commander'
import { Refusal } from '../errors.js'
import { Failure } from './failure.js'

/** Writes why a command failed to stderr: one line, `stele: FILE:LINE:COLUMN: what is wrong and what to do`. */
export async function reportFailure(error: unknown): Promise<void> {
  process.stderr.write(`stele: ${(await describe(error)).replaceAll(/\s*\n\s*/g, ' ')}\n`)
  if (process.env.STELE_LOG === 'debug' && error instanceof Error) process.stderr.write(`${error.stack}\n`)
}

async function describe(error: unknown): Promise<string> {
  if (error instanceof Failure) return error.place === null ? error.message : `${error.place}: ${error.message}`
  if (error instanceof Refusal) {
    const { translator } = await import('../messages.js')
    return translator('en')(`refusal.${error.code}`, error.details)
  }
  if (error instanceof CommanderError) return `${error.message.replace(/^error: /, '')} (see stele --help)`
  if (isSystemError(error)) return `${error.path ?? (error.port === undefined ? error.syscall : `port ${error.port}`)}: ${systemMessages[error.code] ?? error.message}`
  return `${error instanceof Error ? error.message : String(error)} (this is a bug in stele; STELE_LOG=debug shows where)`
}

const systemMessages: Record<string, string> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'permission denied',
  EISDIR: 'this is a folder, and a file is needed',
  ENOTDIR: 'a part of this path is not a folder',
  ENOSPC: 'the disk is full',
  EADDRINUSE: 'somebody else listens there; choose another with STELE_PORT',
}

const isSystemError = (error: unknown): error is NodeJS.ErrnoException & { code: string; port?: number } => error instanceof Error && 'code' in error && 'syscall' in error
