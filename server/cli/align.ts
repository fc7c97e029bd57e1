import type { Command } from 'commander'
import { align } from '../revise/align.js'
import type { Link } from '../revise/link.js'
import { grade } from '../revise/grade.js'
import { readFile, withReadingOptions, writeLines, type FileReading, type ReadingOptions } from './files.js'

export function addAlign(program: Command): void {
  withReadingOptions(program.command('align'))
    .summary('how the units of one version became those of the next')
    .description('Writes one link a line as JSON, in the order of the new version, removals where they stood.')
    .argument('<old>', 'earlier version')
    .argument('<new>', 'later version')
    .addHelpText('after', '\nExample:\n  stele align statement-1.md statement-2.md')
    .action((before: string, after: string, options: ReadingOptions) => {
      const [old, now] = [readFile(before, options), readFile(after, options)]
      writeLines(
        align(old.units, now.units).map((link) => ({
          kind: link.kind,
          old: link.old.map((at) => String(at + 1)),
          new: link.new.map((at) => String(at + 1)),
          similarity: Math.round(link.similarity * 10_000) / 10_000,
          grade: gradeOf(link, old, now),
        })),
      )
    })
}

/** Of what one unit became; adding, removing, splitting and joining change the whole of what a translator did. */
function gradeOf({ old, new: now }: Link, before: FileReading, after: FileReading) {
  const [from, to] = [before.units[old[0] ?? -1], after.units[now[0] ?? -1]]
  return from && to && old.length === 1 && now.length === 1 ? grade(from, to).level : 'major'
}
