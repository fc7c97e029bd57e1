import { closeSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, statSync, writeSync } from 'node:fs'
import type { Command } from 'commander'
import { elementTreatments, readElements, type ElementTreatments } from '../document/elementTreatment.js'
import { canonicalLocale } from '../document/language.js'
import { Refusal } from '../errors.js'
import type { FormatOptions } from '../formats/format.js'
import { readDocument, type DocumentReading, type ReadOptions } from '../formats/readDocument.js'
import { Failure } from './failure.js'
import { readRules } from './readRules.js'

/** What every file command can be told about reading. */
export interface ReadingOptions {
  format?: string
  locale: string
  segment?: string
  srx?: string
  frontMatter?: string
  elements?: string
  its?: string
  comments?: true
  layouts?: true
  attributes?: string
  protect?: string
}

/** Adds the options that all file commands share. */
export const withReadingOptions = (command: Command): Command => withFormatOptions(command.option('--locale <tag>', 'language of the document', 'en'))

function withFormatOptions(command: Command): Command {
  return command
    .option('--format <id>', 'read as this format, whatever the name says')
    .option('--segment <kind>', 'one unit a block, or a sentence (default: block; sentence with --srx)')
    .option('--srx <file>', 'cut sentences by the rules of this SRX file')
    .option('--front-matter <fields>', 'front-matter fields whose values are text, with commas between', 'title,description')
    .option('--elements <list>', 'how XML elements and attributes are read: code=protected,@alt=translated')
    .option('--its <file>', 'rules of ITS 2.0 for XML documents')
    .option('--attributes <names>', 'attributes of HTML and MDX that are translated too, with commas between')
    .option('--protect <names>', 'elements and classes of HTML that are not translated: kbd,.no-translate')
    .option('--comments', 'translate the comments of reviewers in office documents')
    .option('--layouts', 'translate the texts of layouts and masters in presentations')
}

/** What commands that read a source and its translation can be told. */
export interface TwoLanguages extends Omit<ReadingOptions, 'locale'> {
  from: string
  to: string
}

/** Adds the options of commands that read a source and its translation. */
export const withTwoLanguages = (command: Command): Command =>
  withFormatOptions(command.requiredOption('--from <tag>', 'language of the source').requiredOption('--to <tag>', 'language of the translation'))

export interface FileReading extends DocumentReading {
  bytes: Uint8Array
}

/** Reads a file into units; what it cannot read is a Failure that says where. */
export function readFile(file: string, options: ReadingOptions): FileReading {
  if (statSync(file).isDirectory()) throw new Failure('this is a folder, and a file is needed', file)
  const bytes = readFileSync(file)
  const readOptions = readOptionsOf(file, options)
  try {
    return { ...readDocument(bytes, readOptions), bytes }
  } catch (error) {
    throw error instanceof Refusal ? failureOf(error, file, bytes) : error
  }
}

/** What the options say to formats. */
function formatOptions({ frontMatter = '', elements, its, comments, layouts, attributes, protect }: ReadingOptions): FormatOptions {
  return {
    frontMatter: namesIn(frontMatter),
    ...(elements !== undefined && { elements: elementsIn(elements) }),
    ...(its !== undefined && { itsRules: readFileSync(its, 'utf8') }),
    ...(attributes !== undefined && { attributes: namesIn(attributes) }),
    ...(protect !== undefined && { protect: namesIn(protect) }),
    ...(comments && { comments }),
    ...(layouts && { layouts }),
  }
}

const namesIn = (written: string): string[] => written.split(',').flatMap((name) => name.trim() || [])

function elementsIn(written: string): ElementTreatments {
  const elements = readElements(written)
  if (typeof elements === 'string') throw new Failure(`--elements has "${elements}"; write NAME=WORD or @NAME=WORD, with one of ${elementTreatments.join(', ')}`)
  return elements
}

/** The same for a reader; what cannot be understood is a Failure. */
export function readOptionsOf(file: string, options: ReadingOptions): ReadOptions {
  const segmentation = options.segment ?? (options.srx === undefined ? 'block' : 'sentence')
  if (segmentation !== 'block' && segmentation !== 'sentence') throw new Failure(`--segment is "${segmentation}", but must be block or sentence`)
  return {
    path: file,
    format: options.format,
    locale: localeOf(options.locale),
    segmentation,
    srx: options.srx === undefined ? undefined : readRules(options.srx),
    ...formatOptions(options),
  }
}

/** The canonical form of a language tag that `option` names. */
export function localeOf(tag: string, option = '--locale'): string {
  const locale = canonicalLocale(tag)
  if (locale === null) throw new Failure(`${option} is "${tag}", which is no language tag; use one such as en or pt-BR`)
  return locale
}

function failureOf(refusal: Refusal, file: string, bytes: Uint8Array): Error {
  const { position, encoding, extensions, problem, name, size, times, limit, feature } = refusal.details
  if (refusal.code === 'encoding-invalid' && typeof position === 'number')
    return new Failure(`this is not ${encoding}; save the file as UTF-8, or declare its encoding where the format can`, placeOf(file, bytes, position))
  if (refusal.code === 'encoding-unknown') return new Failure(`the encoding "${encoding}" that it declares is not known; save the file as UTF-8`, file)
  if (refusal.code === 'format-unknown') return new Failure(`its format is not known; name it with --format, or use one of ${extensions}`, file)
  if (refusal.code === 'container-bomb')
    return new Failure(
      `its part "${name}" would unpack to ${size} MiB, ${times} times its size; only ${limit} times are allowed. Save it again with the program that made it`,
      file,
    )
  if (refusal.code === 'container-broken') return new Failure((brokenContainer[String(problem)] ?? (() => `its part "${name}" is damaged; save it again`))(String(name)), file)
  if (refusal.code === 'container-encrypted') return new Failure('it is protected with a password; save it without one', file)
  if (refusal.code === 'container-too-large') return new Failure(`its texts are larger than ${limit} MiB when unpacked; split it`, file)
  if (refusal.code === 'container-unsupported') return new Failure(`it is packed in a way that is not supported (${feature}); save it again`, file)
  return refusal
}

const brokenContainer: Record<string, (name: string) => string> = {
  noArchive: () => 'it is not a file of its kind; save it again with the program that made it',
  truncated: () => 'it is incomplete, its end is missing; fetch it again',
  legacy: () => 'it is a file of an Office version before 2007; save it as .docx, .xlsx or .pptx',
  contradiction: () => 'it is damaged, and says different things about the same part; save it again',
  missing: (name) => `it is damaged, its part "${name}" is missing; save it again`,
}

/** `file:line:column` of a byte, both counted from 1. */
function placeOf(file: string, bytes: Uint8Array, position: number): string {
  let line = 1
  let lineStart = 0
  for (let at = bytes.indexOf(10); at !== -1 && at < position; at = bytes.indexOf(10, at + 1)) {
    line++
    lineStart = at + 1
  }
  return `${file}:${line}:${position - lineStart + 1}`
}

/** Writes to a file beside `out` and renames it, so that an interrupted run leaves the old file whole; without `out`, to stdout. */
export function writeOut(out: string | undefined, bytes: Uint8Array): void {
  if (out === undefined) return writeFully(1, bytes)
  const beside = `${out}.${process.pid}.tmp`
  try {
    const file = openSync(beside, 'w')
    try {
      writeFully(file, bytes)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    renameSync(beside, out)
  } catch (error) {
    rmSync(beside, { force: true })
    throw error
  }
}

/** Objects as JSON Lines on stdout. */
export function writeLines(rows: readonly object[]): void {
  if (rows.length > 0) writeFully(1, Buffer.from(rows.map((row) => `${JSON.stringify(row)}\n`).join('')))
}

function writeFully(file: number, bytes: Uint8Array): void {
  let from = 0
  while (from < bytes.length) {
    try {
      from += writeSync(file, bytes, from)
    } catch (error) {
      // A pipe that is full for a moment.
      if (!(error instanceof Error && 'code' in error && error.code === 'EAGAIN')) throw error
    }
  }
}
