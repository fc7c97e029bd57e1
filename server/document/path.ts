/** Why a document's path is not accepted. */
export type PathFault = 'empty' | 'tooLong' | 'absolute' | 'climbs' | 'emptySegment' | 'control-character' | 'backslash'

const longest = 1000

/** Checks a document's path, such as `rights/Déclaration.md`: any name in any script, as long as it stays inside its project. Returns it in NFC. */
export function checkPath(path: string): { path: string } | { fault: PathFault } {
  const normal = path.normalize('NFC')
  if (normal.trim() === '') return { fault: 'empty' }
  if (normal.length > longest) return { fault: 'tooLong' }
  // Cs: halves of surrogate pairs, which UTF-8 cannot write.
  if (/[\p{Cc}\p{Cs}]/u.test(normal)) return { fault: 'control-character' }
  if (normal.includes('\\')) return { fault: 'backslash' }
  if (normal.startsWith('/') || /^[A-Za-z]:(\/|$)/.test(normal)) return { fault: 'absolute' }
  const segments = normal.split('/')
  if (segments.some((segment) => segment === '.' || segment === '..')) return { fault: 'climbs' }
  if (segments.some((segment) => segment.trim() === '')) return { fault: 'emptySegment' }
  return { path: normal }
}
