import type { Command } from 'commander'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { pseudoLocalize } from '../document/pseudo.js'
import type { Unit } from '../document/unit.js'
import { countWords } from '../document/words.js'
import { formatOfPath } from '../formats/index.js'
import { Refusal } from '../errors.js'
import { readDocument, type ReadOptions } from '../formats/readDocument.js'
import { Failure } from './failure.js'
import { readFile, readOptionsOf, withReadingOptions, writeLines, type FileReading, type ReadingOptions } from './files.js'
import { localize } from './merge.js'
import { progressBar } from './progressBar.js'

export function addInspect(program: Command): void {
  withReadingOptions(program.command('inspect'))
    .summary('will these documents survive?')
    .description(
      'Writes each document untranslated and pseudo-translated, reads both again, and says a line each whether bytes and structure stayed. Exit code 1 where they did not.',
    )
    .argument('<files...>', 'documents, or folders of them')
    .addHelpText('after', '\nExample:\n  stele inspect docs/')
    .action((files: string[], options: ReadingOptions) => {
      const all = files.flatMap(documentsIn)
      const progress = progressBar('inspecting')
      all.forEach((file, at) => {
        const line = inspect(file, options)
        if ('identical' in line && (!line.identical || line.pseudo === 'differs')) process.exitCode = 1
        writeLines([line])
        progress(at + 1, all.length)
      })
    })
}

/** The file itself; of a folder, every file below it whose format is known. */
function documentsIn(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && formatOfPath(entry.name) !== undefined)
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

function inspect(file: string, options: ReadingOptions) {
  const began = performance.now()
  try {
    const reading = readFile(file, options)
    const { format, bytes, units, problems } = reading
    const again = localize(reading, [])
    return {
      file,
      format,
      bytes: bytes.length,
      units: units.length,
      words: units.reduce((sum, unit) => sum + countWords(unit.text, options.locale), 0),
      identical: Buffer.compare(bytes, again) === 0,
      pseudo: pseudoStructure(reading, file, options),
      problems,
      ms: Math.round((performance.now() - began) * 10) / 10,
    }
  } catch (error) {
    if (error instanceof Failure) return { file, refused: error.place ? `${error.place}: ${error.message}` : error.message }
    throw error
  }
}

/** Whether the pseudo-translated document reads as the same units in the same places with the pseudo-translated texts; one without units must have none then either. */
function pseudoStructure(reading: FileReading, file: string, options: ReadingOptions): 'same-structure' | 'differs' {
  const edits = reading.units.map((unit) => ({ ...unit, target: pseudoLocalize(unit.text) }))
  const units = unitsOf(localize(reading, edits), { ...readOptionsOf(file, options), format: reading.format })
  const shape = ({ kind, level, key, codes }: Unit, text: string) => JSON.stringify([text, kind, level, key, codes.map(({ id, type, close }) => [id, type, close !== undefined])])
  const same = units?.length === edits.length && units.every((unit, at) => shape(unit, unit.text) === shape(edits[at]!, edits[at]!.target))
  return same ? 'same-structure' : 'differs'
}

/** Null where the document cannot be read any more. */
function unitsOf(bytes: Uint8Array, options: ReadOptions): Unit[] | null {
  try {
    return readDocument(bytes, options).units
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}
