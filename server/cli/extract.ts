import type { Command } from 'commander'
import { readFile, withReadingOptions, writeLines, type ReadingOptions } from './files.js'

export function addExtract(program: Command): void {
  withReadingOptions(program.command('extract'))
    .summary('list the translatable units of a document')
    .description('Writes one unit a line as JSON, in reading order: id, text with numbered codes, codes, kind, path, key, note, and the bytes start…end where it stands.')
    .argument('<file>', 'document to read')
    .addHelpText('after', '\nExample:\n  stele extract README.md > units.jsonl')
    .action((file: string, options: ReadingOptions) => {
      const { units } = readFile(file, options)
      writeLines(units.map(({ text, codes, kind, path, key, note, start, end }, at) => ({ id: String(at + 1), text, codes, kind, path, key, note, start, end })))
    })
}
