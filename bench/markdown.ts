import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { markdown } from '../server/formats/markdown.js'
import { readDocument } from '../server/formats/readDocument.js'
import { writeDocument } from '../server/formats/writeDocument.js'
import { po4a, po4aVersion, type Compared } from './measure/po4a.js'
import { median, rate, seconds } from './measure/processor.js'

/**
 * Extracting the units of a Markdown document and writing it again with every unit's own text, in seconds of the processor a megabyte, for documents of growing sizes; beside po4a in the same run.
 * The text is that of the Markdown files of a folder, `npx tsx bench/markdown.ts FOLDER`, repeated; without one, that of this project.
 * Warm, as in a server that runs: after `warmUp` documents, and the median of `runs`. Of po4a, whole processes, which know no such thing.
 */
const folder = process.argv[2] ?? 'docs'
const sizes = [100_000, 1_000_000, 10_000_000]
/** po4a needs minutes for more. */
const largestForPo4a = 1_000_000
const warmUp = 20
const runs = 7

const version = po4aVersion()
console.log(version === null ? 'po4a (Debian package po4a) is not installed: its columns stay empty\n' : `beside po4a ${version}\n`)

const files = statSync(folder).isDirectory()
  ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.md'))
      .sort()
      .map((name) => join(folder, name))
  : [folder]
const text = joined(files)

/** The text of the files, without those that po4a cannot write: it writes nothing at all of a text with one of them in it. */
function joined(all: readonly string[]): string {
  const texts = all.map((file) => readFileSync(file, 'utf8'))
  const whole = texts.join('\n\n')
  if (version === null || po4a(Buffer.from(whole))) return whole
  const written = texts.filter((one) => po4a(Buffer.from(one)))
  console.log(`po4a does not write ${texts.length - written.length} of ${texts.length} files: left out for both\n`)
  return written.join('\n\n')
}

/** So much text, cut where a block ends. */
function ofSize(bytes: number): Buffer {
  const repeated = `${text}\n\n`.repeat(Math.ceil(bytes / text.length))
  return Buffer.from(repeated.slice(0, repeated.lastIndexOf('\n\n', bytes) + 1))
}

function stele(source: Buffer): Compared {
  const options = { format: 'markdown', locale: 'en', segmentation: 'block' } as const
  const [extract, read] = seconds(() => readDocument(source, options))
  const [merge] = seconds(() => {
    const { units } = readDocument(source, options)
    return writeDocument(
      source,
      markdown,
      units.map(({ start, end, codes, context, text: target }) => ({ start, end, codes, context, target })),
    )
  })
  const identical = Buffer.from(writeDocument(source, markdown, [])).equals(source)
  if (read.units.length === 0) throw new Error('The text has no units')
  return { extract, merge, identical }
}

for (let warm = 0; warm < warmUp; warm++) stele(ofSize(sizes[1]!))
console.table(
  sizes.map((size) => {
    const source = ofSize(size)
    const own = median(
      runs,
      () => stele(source),
      ({ extract, merge }) => extract + merge,
    )
    const other = version !== null && size <= largestForPo4a ? po4a(source) : null
    return {
      KB: Math.round(source.length / 1000),
      'extract, MB/s': rate(source.length, own.extract),
      'merge, MB/s': rate(source.length, own.merge),
      'both, MB/s': rate(source.length, own.extract + own.merge),
      identical: own.identical,
      'po4a, MB/s': other ? rate(source.length, other.extract + other.merge) : '',
      'po4a identical': other?.identical ?? '',
      'times po4a': other ? ((other.extract + other.merge) / (own.extract + own.merge)).toFixed(1) : '',
    }
  }),
)
