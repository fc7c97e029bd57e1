import { writeSync } from 'node:fs'
import type { Reporter, SerializedError, TestModule } from 'vitest/node'
import { chromiumPath } from './chromium.js'

/** Ends a run with one plain line, `N passed, N failed, N skipped`, and says before it when browser tests could not run. */
export default class SummaryReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]): void {
    const count = { passed: 0, failed: unhandled.length, skipped: 0, pending: 0 }
    for (const module of modules) {
      for (const test of module.children.allTests()) count[test.result().state]++
      // A file that cannot be loaded has no tests that could fail.
      count.failed += module.errors().length
    }
    const lines = [`${count.passed} passed, ${count.failed} failed, ${count.skipped + count.pending} skipped`]
    if (!chromiumPath()) lines.unshift('Browser tests were NOT run, because there is no Chromium. On Debian: apt-get install chromium. Elsewhere: name its path in STELE_CHROMIUM.')
    // At exit, so that nothing of vitest's own comes after it.
    process.once('exit', () => writeSync(1, `\n${lines.join('\n')}\n`))
  }
}
