import { accessSync, constants } from 'node:fs'

/** Where the Chromium for browser tests is: STELE_CHROMIUM, else where Linux distributions and macOS put it; null where there is none. */
export function chromiumPath(): string | null {
  const candidates = process.env.STELE_CHROMIUM
    ? [process.env.STELE_CHROMIUM]
    : ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome']
  return candidates.find(isExecutable) ?? null
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
