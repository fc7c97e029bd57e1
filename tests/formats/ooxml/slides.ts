import { namespaces, packageOf, relationship, relationships } from './package.js'

/** A presentation of slides in this order, each with what it relates to. */
export function slides(each: { shapes: string; related?: string[] }[], parts: Record<string, string> = {}): Uint8Array {
  // Listed backwards, as relationships are in no order.
  const related = each.map((_, at) => relationship(`rId${at + 1}`, 'slide', `slides/slide${at + 1}.xml`)).reverse()
  const list = each.map((_, at) => `<p:sldId id="${256 + at}" r:id="rId${at + 1}"/>`).join('')
  return packageOf('ppt/presentation.xml', 'application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml', {
    'ppt/presentation.xml': `<p:presentation ${namespaces}><p:sldIdLst>${list}</p:sldIdLst></p:presentation>`,
    'ppt/_rels/presentation.xml.rels': relationships(...related),
    ...Object.fromEntries(
      each.flatMap(({ shapes, related: own = [] }, at) => [
        [`ppt/slides/slide${at + 1}.xml`, `<p:sld ${namespaces}><p:cSld><p:spTree>${shapes}</p:spTree></p:cSld></p:sld>`],
        [`ppt/slides/_rels/slide${at + 1}.xml.rels`, relationships(...own)],
      ]),
    ),
    ...parts,
  })
}

/** A shape with paragraphs; `type` is that of its placeholder. */
export const shape = (paragraphs: string, type?: string, description = ''): string =>
  `<p:sp><p:nvSpPr><p:cNvPr id="2" name="Shape"${description && ` descr="${description}"`}/><p:nvPr>${type === undefined ? '' : `<p:ph type="${type}"/>`}</p:nvPr></p:nvSpPr><p:txBody><a:bodyPr/>${paragraphs}</p:txBody></p:sp>`

/** A paragraph of runs in a drawing. */
export const line = (...runs: string[]): string => `<a:p>${runs.join('')}<a:endParaRPr lang="en-US"/></a:p>`

export const words = (text: string, attributes = '', inside = ''): string => `<a:r><a:rPr lang="en-US"${attributes && ` ${attributes}`}>${inside}</a:rPr><a:t>${text}</a:t></a:r>`
