import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AlignableUnit } from '../../server/revise/link.js'

/** The version of gettext's msgmerge, null where it is not installed. */
export function msgmergeVersion(): string | null {
  const { status, stdout } = spawnSync('msgmerge', ['--version'], { encoding: 'utf8' })
  return status === 0 ? (/[\d.]+$/m.exec(stdout)?.[0] ?? '') : null
}

/** What msgmerge makes of two versions: for every text of the new one the old unit whose translation it gives, by text because a catalog has every text once; and the time it took, in ms. */
export function msgmerge(before: readonly AlignableUnit[], after: readonly AlignableUnit[]): { partners: Map<string, number>; ms: number } {
  const folder = mkdtempSync(join(tmpdir(), 'stele-bench-'))
  try {
    writeFileSync(
      join(folder, 'old.po'),
      catalog(before, (at) => `unit ${at}`),
    )
    writeFileSync(
      join(folder, 'new.pot'),
      catalog(after, () => ''),
    )
    const start = performance.now()
    const { status, stderr } = spawnSync('msgmerge', ['--quiet', '--no-wrap', '--output-file', join(folder, 'out.po'), join(folder, 'old.po'), join(folder, 'new.pot')], {
      encoding: 'utf8',
    })
    const ms = performance.now() - start
    if (status !== 0) throw new Error(`msgmerge: ${stderr}`)
    const partners = new Map<string, number>()
    for (const [, text = '""', at] of readFileSync(join(folder, 'out.po'), 'utf8').matchAll(/^msgid (".*")\nmsgstr "unit (\d+)"/gm))
      partners.set(JSON.parse(text) as string, Number(at))
    return { partners, ms }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function catalog(units: readonly AlignableUnit[], translation: (at: number) => string): string {
  const entries = new Map<string, string>()
  units.forEach(({ text }, at) => {
    if (!entries.has(text)) entries.set(text, `msgid ${JSON.stringify(text)}\nmsgstr ${JSON.stringify(translation(at))}\n`)
  })
  return ['msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n', ...entries.values()].join('\n')
}
