import type { Command } from 'commander'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { segments } from '../segment/sentences.js'
import { Failure } from './failure.js'
import { localeOf, writeLines } from './files.js'
import { readRules } from './readRules.js'

const line = z.object({ text: z.string() })

export function addSegment(program: Command): void {
  program
    .command('segment')
    .summary('cut texts into sentences')
    .description('Reads JSON Lines of {"text"} and answers a line of {"segments"} each. Joined, the segments give back the text.')
    .option('--locale <tag>', 'language of the texts', 'en')
    .option('--srx <file>', 'cut by the rules of this SRX file')
    .addHelpText('after', '\nExample:\n  echo \'{"text":"Dr. Ek came. He sat."}\' | stele segment --locale en')
    .action(async ({ locale, srx }: { locale: string; srx?: string }) => {
      const rules = { locale: localeOf(locale), srx: srx === undefined ? undefined : readRules(srx) }
      let number = 0
      for await (const text of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
        number++
        if (text.trim() !== '') writeLines([{ segments: segments(parseLine(text, `stdin:${number}:1`), rules) }])
      }
    })
}

function parseLine(text: string, place: string): string {
  try {
    return line.parse(JSON.parse(text)).text
  } catch {
    throw new Failure('this line is not a JSON object with "text"', place)
  }
}
