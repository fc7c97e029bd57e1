import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface Compared {
  /** Seconds of the processor for extracting and for writing. */
  extract: number
  merge: number
  identical: boolean
}

/** The version of po4a (Debian package `po4a`), or null where it is not installed. */
export function po4aVersion(): string | null {
  const { status, stdout } = spawnSync('po4a', ['--version'], { encoding: 'utf8' })
  return status === 0 ? (/[\d.]+\d/.exec(stdout)?.[0] ?? '') : null
}

/** Extracts a document and writes it untranslated, with po4a: Markdown, or what its options `reader` say. Null where it writes nothing. */
export function po4a(source: Buffer, reader: readonly string[] = ['-f', 'text', '-o', 'markdown']): Compared | null {
  const folder = mkdtempSync(join(tmpdir(), 'bench-po4a-'))
  const [from, catalog, to] = ['source', 'source.pot', 'written'].map((name) => join(folder, name)) as [string, string, string]
  writeFileSync(from, source)
  const format = [...reader, '-m', from, '-M', 'UTF-8', '-p', catalog]
  const extract = seconds(['po4a-updatepo', ...format])
  const merge = seconds(['po4a-translate', ...format, '-L', 'UTF-8', '-k', '0', '-l', to])
  const written = existsSync(to) ? readFileSync(to) : null
  rmSync(folder, { recursive: true })
  return written && { extract, merge, identical: written.equals(source) }
}

/** Processor time of a command, whatever else runs on the machine. */
function seconds(command: readonly string[]): number {
  const { stderr } = spawnSync('bash', ['-c', 'TIMEFORMAT="time %U %S"; time "$@"', 'bash', ...command], { encoding: 'utf8' })
  const [, user = '0', system = '0'] = /^time ([\d.]+) ([\d.]+)$/m.exec(stderr) ?? []
  return Number(user) + Number(system)
}
