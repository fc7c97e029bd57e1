/** How addresses of a project read in another language. */
export interface LinkRule {
  /** How an address begins: `/en/`. A `*` stands for anything. */
  from: string
  /** What stands there instead: `/{locale}/`. A `*` brings back what stood for it in `from`. */
  to: string
  /** The languages that it holds for; for all, where there are none. */
  locales: string[]
}

/** What stands for addresses where no rule holds: so there is no need to look for any. */
export const sameAddress = (address: string): string => address

/** The address that stands for an address in this language, by the first of the rules that holds for both; `sameAddress` where none holds for the language. */
export function linkFor(rules: readonly LinkRule[], locale: string): (address: string) => string {
  const holding = rules.filter(({ locales }) => locales.length === 0 || locales.includes(locale))
  if (holding.length === 0) return sameAddress
  return (address) => {
    for (const { from, to } of holding) {
      const match = matchBeginning(from, address)
      if (!match) continue
      const found = [...match.found]
      return to.replace(/\{locale\}|\*/g, (mark) => (mark === '*' ? (found.shift() ?? '') : locale)) + address.slice(match.end)
    }
    return address
  }
}

/** Where the beginning of an address ends that fits the pattern, and what stood for each `*`: as little as possible. */
function matchBeginning(pattern: string, address: string): { end: number; found: string[] } | null {
  const [first = '', ...others] = pattern.split('*')
  if (!address.startsWith(first)) return null
  const found: string[] = []
  let end = first.length
  for (const other of others) {
    const start = address.indexOf(other, end)
    if (start === -1) return null
    found.push(address.slice(end, start))
    end = start + other.length
  }
  return { end, found }
}
