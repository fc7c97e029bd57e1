const transitional = 'http://schemas.openxmlformats.org/'
const strict = 'http://purl.oclc.org/ooxml/'

/** The prefixes that this code knows namespaces by; documents may use any. */
const namespaces: Record<string, string> = {
  [`${transitional}wordprocessingml/2006/main`]: 'w',
  [`${strict}wordprocessingml/main`]: 'w',
  [`${transitional}drawingml/2006/main`]: 'a',
  [`${strict}drawingml/main`]: 'a',
  [`${transitional}presentationml/2006/main`]: 'p',
  [`${strict}presentationml/main`]: 'p',
  [`${transitional}spreadsheetml/2006/main`]: 'x',
  [`${strict}spreadsheetml/main`]: 'x',
  [`${transitional}officeDocument/2006/relationships`]: 'r',
  [`${strict}officeDocument/relationships`]: 'r',
  [`${transitional}drawingml/2006/wordprocessingDrawing`]: 'wp',
  [`${strict}drawingml/wordprocessingDrawing`]: 'wp',
  [`${transitional}drawingml/2006/spreadsheetDrawing`]: 'xdr',
  [`${strict}drawingml/spreadsheetDrawing`]: 'xdr',
  [`${transitional}drawingml/2006/chart`]: 'c',
  [`${strict}drawingml/chart`]: 'c',
  [`${transitional}officeDocument/2006/math`]: 'm',
  [`${strict}officeDocument/math`]: 'm',
  [`${transitional}markup-compatibility/2006`]: 'mc',
  'urn:schemas-microsoft-com:vml': 'v',
  'http://purl.org/dc/elements/1.1/': 'dc',
}

/** Tells names of elements and attributes as this code knows them, whatever prefixes the document declares: `w:p`. A name of an unknown namespace begins with `?`. */
export function namesOf(text: string): (name: string) => string {
  const prefixes = new Map<string, string>()
  for (const [, prefix = '', address] of text.matchAll(/\bxmlns(?::([\w.-]+))?\s*=\s*["']([^"']*)["']/g))
    if (!prefixes.has(prefix)) prefixes.set(prefix, namespaces[address!] ?? '?')
  const known = new Map<string, string>()
  return (name) => {
    const found = known.get(name)
    if (found !== undefined) return found
    const colon = name.indexOf(':')
    const prefix = prefixes.get(name.slice(0, Math.max(0, colon))) ?? '?'
    const told = `${prefix}${prefix === '?' ? '' : ':'}${name.slice(colon + 1)}`
    known.set(name, told)
    return told
  }
}
