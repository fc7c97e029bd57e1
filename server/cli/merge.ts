import type { Command } from 'commander'
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { compareCodes, parseText, serializeText, tag } from '../document/codes.js'
import type { Unit } from '../document/unit.js'
import { writeDocument, type Edit } from '../formats/writeDocument.js'
import { formatById } from '../formats/index.js'
import { Failure } from './failure.js'
import { readFile, withReadingOptions, writeOut, type FileReading, type ReadingOptions } from './files.js'

interface MergeOptions extends ReadingOptions {
  units?: string
  output?: string
  lenient?: boolean
}

export function addMerge(program: Command): void {
  withReadingOptions(program.command('merge'))
    .summary('write a document with translations in place of its texts')
    .description("Puts each unit's target in place of its text and leaves every other byte as it was. Without --units the output equals the input.")
    .argument('<file>', 'document to read')
    .option('--units <file>', 'JSON Lines of {"id","target"}')
    .option('-o, --output <file>', 'file to write; stdout without it')
    .option('--lenient', 'keep what can be kept of a target whose codes do not fit, and report it')
    .addHelpText('after', '\nExample:\n  stele merge README.md --units fr.jsonl -o README.fr.md')
    .action((file: string, options: MergeOptions) => {
      const reading = readFile(file, options)
      const targets = options.units === undefined ? new Map<string, string>() : readTargets(options.units, reading.units.length)
      const edits = reading.units.flatMap((unit, at) => {
        const target = targets.get(String(at + 1))
        return target === undefined || target === unit.text ? [] : [{ ...unit, target: fitting(String(at + 1), unit, target, options) }]
      })
      writeOut(options.output, localize(reading, edits))
    })
}

/** The document with these edits, spelled as its format wants them. */
export function localize(reading: FileReading, edits: readonly Edit[]): Uint8Array {
  const format = formatById(reading.format)
  if (!format) throw new Error(`no format ${reading.format}`)
  return writeDocument(reading.bytes, format, edits)
}

const line = z.object({ id: z.coerce.string(), target: z.string().nullish() })

function readTargets(file: string, count: number): Map<string, string> {
  const targets = new Map<string, string>()
  for (const [at, text] of readFileSync(file, 'utf8').split('\n').entries()) {
    if (text.trim() === '') continue
    const { id, target } = parseLine(text, `${file}:${at + 1}:1`)
    const number = Number(id)
    if (!Number.isInteger(number) || number < 1 || number > count) throw new Failure(`there is no unit "${id}"; the document has units 1 to ${count}`, `${file}:${at + 1}:1`)
    if (typeof target === 'string') targets.set(id, target)
  }
  return targets
}

function parseLine(text: string, place: string): z.infer<typeof line> {
  try {
    return line.parse(JSON.parse(text))
  } catch {
    throw new Failure('this line is not a JSON object with "id" and "target"', place)
  }
}

/** The target as it is written: refused where its codes do not fit, or mended and reported where `lenient`. */
function fitting(id: string, unit: Unit, target: string, { lenient, units }: MergeOptions): string {
  const faults = compareCodes(unit.text, target, unit.codes)
  if (faults.length === 0) return target
  const what = faults.map(({ type, code }) => `${code} is ${type}`).join(', ')
  if (!lenient) throw new Failure(`unit ${id}: ${what}; put the codes as in the source, or use --lenient`, units ?? null)
  process.stderr.write(`stele: ${units}: unit ${id}: ${what}\n`)
  process.exitCode = 1
  const wanted = new Set(parseText(unit.text).flatMap((part) => (part.type === 'text' ? [] : [tag(part)])))
  const kept = serializeText(parseText(target).filter((part) => part.type === 'text' || wanted.has(tag(part))))
  if (compareCodes(unit.text, kept, unit.codes).length === 0) return kept
  const words = serializeText(parseText(target).filter((part) => part.type === 'text'))
  return unit.codes.length === 0 ? words : unit.text
}
