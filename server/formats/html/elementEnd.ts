import type { Tag } from './tag.js'

/** Where the content of an element ends; elements of the same name inside it are counted. Null where it has no end tag; `endless` remembers the names of those. */
export function elementEnd(text: string, { name, end }: Tag, endless: Set<string>): number | null {
  if (endless.has(name)) return null
  const tags = new RegExp(`<(/?)${name}(?=[\\t\\n\\f\\r />])`, 'gi')
  tags.lastIndex = end
  let depth = 1
  for (let match = tags.exec(text); match; match = tags.exec(text)) {
    depth += match[1] === '/' ? -1 : 1
    if (depth === 0) return match.index
  }
  endless.add(name)
  return null
}
