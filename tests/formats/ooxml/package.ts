import { strToU8, unzipSync, zipSync } from 'fflate'

const office = 'http://schemas.openxmlformats.org'
const relationshipTypes = `${office}/officeDocument/2006/relationships`

export const namespaces = [
  `xmlns:w="${office}/wordprocessingml/2006/main"`,
  `xmlns:a="${office}/drawingml/2006/main"`,
  `xmlns:p="${office}/presentationml/2006/main"`,
  `xmlns:r="${office}/officeDocument/2006/relationships"`,
  `xmlns:wp="${office}/drawingml/2006/wordprocessingDrawing"`,
  `xmlns:xdr="${office}/drawingml/2006/spreadsheetDrawing"`,
  `xmlns:c="${office}/drawingml/2006/chart"`,
  `xmlns:m="${office}/officeDocument/2006/math"`,
  `xmlns:mc="${office}/markup-compatibility/2006"`,
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
].join(' ')

/** A relationship, by the last word of its type. */
export const relationship = (id: string, type: string, target: string, external = false): string =>
  `<Relationship Id="${id}" Type="${relationshipTypes}/${type}" Target="${target}"${external ? ' TargetMode="External"' : ''}/>`

export const relationships = (...each: string[]): string => `<Relationships xmlns="${office}/package/2006/relationships">${each.join('')}</Relationships>`

/** A package of these parts; `main` is the one it begins with. */
export function packageOf(main: string, contentType: string, parts: Record<string, string>): Uint8Array {
  const types = `<Types xmlns="${office}/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/${main}" ContentType="${contentType}"/></Types>`
  const all = { '[Content_Types].xml': types, '_rels/.rels': relationships(relationship('rId1', 'officeDocument', main)), ...parts }
  return zipSync(
    Object.fromEntries(Object.entries(all).map(([name, text]) => [name, [strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${text}`), { mtime: '2026-01-01' }]])),
  )
}

/** A part of a package as text, without its declaration. */
export const partOf = (bytes: Uint8Array, name: string): string => {
  const part = unzipSync(bytes)[name]
  if (!part) throw new Error(`${name} is missing`)
  return Buffer.from(part)
    .toString('utf8')
    .replace(/^<\?xml.*\?>\n/, '')
}
