import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Version of the program: what package.json says, which stands above this file in the sources and in dist/ alike. */
export const version: string = (JSON.parse(readFileSync(packageJson(import.meta.dirname), 'utf8')) as { version: string }).version

function packageJson(folder: string): string {
  const file = join(folder, 'package.json')
  return existsSync(file) ? file : packageJson(dirname(folder))
}
