import type { Command } from 'commander'
import { carry } from '../revise/carry.js'
import { segments } from '../segment/sentences.js'
import { localeOf, readFile, withTwoLanguages, writeLines, type TwoLanguages } from './files.js'

export function addCarry(program: Command): void {
  withTwoLanguages(program.command('carry'))
    .summary('carry a translation of the old version of a document over to the new one')
    .description('Pairs the old version with its translation, and writes for each unit of the new version, a line of JSON each, what there is of it and whether it is still right.')
    .argument('<old>', 'earlier version of the source')
    .argument('<new>', 'later version of the source')
    .argument('<translated>', 'translation of the earlier version')
    .addHelpText('after', '\nExample:\n  stele carry guide-1.md guide-2.md guide-1.ja.md --from en --to ja')
    .action((before: string, after: string, translated: string, { from, to, ...options }: TwoLanguages) => {
      const languages = { from: localeOf(from, '--from'), to: localeOf(to, '--to') }
      const read = (file: string, locale: string) => readFile(file, { ...options, locale }).units
      const cut = (locale: string) => (text: string) => segments(text, { locale })
      const now = read(after, from)
      const carried = carry(read(before, from), now, read(translated, to), { ...languages, cut: { source: cut(languages.from), target: cut(languages.to) } })
      writeLines(carried.map((unit, at) => ({ id: String(at + 1), source: now[at]!.text, ...unit })))
    })
}
