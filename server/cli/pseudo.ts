import type { Command } from 'commander'
import { pseudoLocalize } from '../document/pseudo.js'
import { readFile, withReadingOptions, writeOut, type ReadingOptions } from './files.js'
import { localize } from './merge.js'

export function addPseudo(program: Command): void {
  withReadingOptions(program.command('pseudo'))
    .summary('write a pseudo-localized document')
    .description('Accents every letter, makes texts about 30 % longer and brackets them, to test layouts and readers before anything is translated.')
    .argument('<file>', 'document to read')
    .option('-o, --output <file>', 'file to write; stdout without it')
    .addHelpText('after', '\nExample:\n  stele pseudo index.html -o index.pseudo.html')
    .action((file: string, options: ReadingOptions & { output?: string }) => {
      const reading = readFile(file, options)
      writeOut(
        options.output,
        localize(
          reading,
          reading.units.map((unit) => ({ ...unit, target: pseudoLocalize(unit.text) })),
        ),
      )
    })
}
