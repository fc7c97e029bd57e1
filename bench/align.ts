import { fork } from 'node:child_process'
import { once } from 'node:events'
import { align } from '../server/revise/align.js'
import { changedDocument, operations } from '../tests/revise/changedDocument.js'
import { accuracy } from './align/accuracy.js'
import { fivePercent, mixed, worstCases, type Case } from './align/cases.js'
import { msgmerge, msgmergeVersion } from './align/msgmerge.js'

/**
 * Alignment of two versions: how many links are right and how many are found where it is known what an editor did to an invented document; time with doubling sizes;
 * time and memory where it should be slow. Beside gettext's msgmerge, which guesses by likeness alone and knows no order.
 */
const sizes = [25_000, 50_000, 100_000]

interface Measured {
  ms: number
  mebibytes: number
}

function measure({ before, after }: Case): Measured {
  const start = performance.now()
  align(before, after)
  return { ms: performance.now() - start, mebibytes: process.resourceUsage().maxRSS / 1024 }
}

/** In a process of its own, so that its memory is its own. */
async function measureApart(name: string): Promise<Measured> {
  const child = fork(new URL(import.meta.url), [name])
  const [measured] = (await once(child, 'message')) as [Measured]
  return measured
}

async function report(): Promise<void> {
  const version = msgmergeVersion()
  console.log(version === null ? 'msgmerge (Debian package gettext) is not installed: its column stays empty\n' : `beside msgmerge ${version}\n`)
  console.table([
    ...operations.map((operation) => accuracy(operation, 100, (seed) => changedDocument(seed, 100, [operation]), version !== null)),
    accuracy('10 mixed in 100 units', 200, (seed) => changedDocument(seed, 100, mixed(seed, 10)), version !== null),
    accuracy('30 mixed in 100 units', 100, (seed) => changedDocument(seed, 100, mixed(seed, 30)), version !== null),
  ])
  const times = []
  for (const units of sizes) {
    const { ms, mebibytes } = await measureApart(String(units))
    const { before, after } = fivePercent(units)
    times.push({
      units: units.toLocaleString('en'),
      ms: Math.round(ms),
      'MiB at most': Math.round(mebibytes),
      'msgmerge, ms': version === null ? '' : Math.round(msgmerge(before, after).ms),
      bar: units === 100_000 ? '2,000 ms' : '',
    })
  }
  console.log('5 % of the units changed')
  console.table(times)
  const worst = []
  for (const name of Object.keys(worstCases)) {
    const { ms, mebibytes } = await measureApart(name)
    worst.push({ case: name, ms: Math.round(ms), 'MiB at most': Math.round(mebibytes), bar: '10,000 ms, 512 MiB' })
  }
  console.table(worst)
}

const [, , asked] = process.argv
if (asked === undefined) await report()
else process.send?.(measure(/^\d+$/.test(asked) ? fivePercent(Number(asked)) : worstCases[asked]!()))
