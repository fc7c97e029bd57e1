import type { Localisation, TextEdit } from '../format.js'
import { attributeEdits } from '../xml/attributeEdits.js'
import { addressEdits } from '../xml/localise.js'
import { readTree } from '../xml/tree.js'
import { nameOf } from './names.js'

/** Which of the three languages of a style a language belongs to: Western, Asian, with complex layout. */
function scriptOf(locale: Intl.Locale): '' | '-asian' | '-complex' {
  if (['ja', 'ko', 'zh', 'yue', 'ii'].includes(locale.language)) return '-asian'
  return ['Latn', 'Cyrl', 'Grek', 'Armn', 'Geor'].includes(locale.maximize().script ?? 'Latn') ? '' : '-complex'
}

/** The language of the document where its styles and its description say it; from right to left, also where its pages and paragraphs begin. */
export function localiseOdf(text: string, localisation: Localisation): TextEdit[] {
  const locale = new Intl.Locale(localisation.locale)
  const script = scriptOf(locale)
  const prefix = script === '' ? 'fo' : 'style'
  const language = { [`${prefix}:language${script}`]: locale.language, [`${prefix}:country${script}`]: locale.region ?? 'none' }
  const writing = { 'style:writing-mode': localisation.direction === 'rtl' ? 'rl-tb' : 'lr-tb' }
  const edits = readTree(text).elements.flatMap((element) => {
    const name = nameOf(element)
    const isDefault = element.parent !== null && nameOf(element.parent) === 'style:default-style'
    if (name === 'dc:language') return [{ start: element.inner, end: element.innerEnd, text: localisation.locale }]
    if (isDefault && name === 'style:text-properties') return attributeEdits(text, element, language)
    if (localisation.direction === 'rtl' && (name === 'style:page-layout-properties' || (isDefault && name === 'style:paragraph-properties')))
      return attributeEdits(text, element, writing)
    // Pictures and other parts of the package have addresses too, and stay where they are.
    return element.local === 'a' ? addressEdits(text, element, localisation) : []
  })
  return edits.sort((a, b) => a.start - b.start)
}
