import type { Command } from 'commander'
import manifest from '../../package.json' with { type: 'json' }
import { writeTmx, type TmxEntry } from '../memory/writeTmx.js'
import { pairBitext } from '../revise/bitext.js'
import { joinCoded, withSourceCodes } from '../revise/bitext/sourceCodes.js'
import { localeOf, readFile, withTwoLanguages, writeLines, writeOut, type TwoLanguages } from './files.js'

export function addBitext(program: Command): void {
  withTwoLanguages(program.command('bitext'))
    .summary('pair a document with a translation that was made elsewhere')
    .description('Writes one pair a line as JSON, in order: the units of the source, those of the translation, and how sure it is. One side is empty where nothing was found.')
    .argument('<source>', 'document')
    .argument('<target>', 'its translation')
    .option('--tmx <file>', 'write the pairs as a translation memory too (TMX 1.4b)')
    .addHelpText('after', '\nExample:\n  stele bitext guide.md guide.fr.md --from en --to fr --tmx guide.tmx')
    .action((source: string, target: string, { from, to, tmx, ...options }: TwoLanguages & { tmx?: string }) => {
      const locales = { from: localeOf(from, '--from'), to: localeOf(to, '--to') }
      const [units, translated] = [readFile(source, { ...options, locale: from }).units, readFile(target, { ...options, locale: to }).units]
      const pairs = pairBitext(units, translated)
      writeLines(pairs.map((pair) => ({ source: ids(pair.source), target: ids(pair.target), confidence: Math.round(pair.confidence * 1000) / 1000 })))
      if (tmx === undefined) return
      const entries = pairs.flatMap((pair): TmxEntry[] => {
        const [first, second] = [pair.source, pair.target]
        if (first.length === 0 || second.length === 0) return []
        const whole = joinCoded(first.map((at) => units[at]!))
        return [{ source: whole.text, target: withSourceCodes(whole, joinCoded(second.map((at) => translated[at]!))) }]
      })
      writeOut(tmx, Buffer.from([...writeTmx(entries, { ...locales, version: manifest.version })].join('')))
    })
}

const ids = (places: readonly number[]): string[] => places.map((at) => String(at + 1))
