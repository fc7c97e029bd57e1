/**
 * Whether a path fits a pattern: `*` is any name or part of one, `**` any folders, `?` one character, `{a,b}` one of several.
 * A pattern without a slash is about the name alone, in whatever folder. Takes a time of at most pattern × path.
 */
export function matchesGlob(pattern: string, path: string): boolean {
  return alternatives(pattern.replace(/^\//, '')).some((glob) => fits(glob.includes('/') ? glob : `**/${glob}`, path))
}

/** More than these are not looked at: `{a,b}{a,b}{a,b}…` doubles with every pair. */
const mostAlternatives = 100

/** A pattern without braces for each choice of what is in them. */
function alternatives(pattern: string): string[] {
  const done: string[] = []
  const open = [pattern]
  while (open.length > 0 && done.length < mostAlternatives) {
    const glob = open.pop()!
    const braces = /\{([^{}]*)\}/.exec(glob)
    if (!braces) done.push(glob)
    else
      for (const choice of braces[1]!.split(',').reverse())
        if (open.length < mostAlternatives) open.push(glob.slice(0, braces.index) + choice + glob.slice(braces.index + braces[0].length))
  }
  return done
}

/** Goes through the pattern with all ends of the path that are left at once. */
function fits(glob: string, path: string): boolean {
  let reached = new Set([0])
  for (const [token] of glob.matchAll(/\*\*\/|\*\*|\*|\?|[^*?]/gu)) {
    const next = new Set<number>()
    if (token === '**/') {
      const first = Math.min(...reached)
      for (let at = first; at <= path.length; at++) if (reached.has(at) || path[at - 1] === '/') next.add(at)
    } else if (token.startsWith('*'))
      for (const start of reached)
        for (let at = start; at <= path.length && !next.has(at); at++) {
          next.add(at)
          if (token === '*' && path[at] === '/') break
        }
    else
      for (const at of reached) {
        const character = String.fromCodePoint(path.codePointAt(at) ?? 0)
        if (at < path.length && (token === '?' ? character !== '/' : character === token)) next.add(at + character.length)
      }
    if (next.size === 0) return false
    reached = next
  }
  return reached.has(path.length)
}
