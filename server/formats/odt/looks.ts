import { tagAttributes, type XmlTree } from '../xml/tree.js'
import { valuesOf } from '../xml/pointer.js'
import { nameOf } from './names.js'

/** What the program notes for itself, and nobody sees: revisions, languages of spell checking. */
const unseen = /^(?:officeooo:(?:paragraph-)?rsid|(?:fo|style):(?:language|country|script|rfc-language-tag)(?:-asian|-complex)?|loext:hyphenation-.*)$/

/** The looks that a document's own text styles give, by their names: two styles that look alike have the same look; one that nobody sees has an empty one. */
export function looksOf(text: string, tree: XmlTree): ReadonlyMap<string, string> {
  const looks = new Map<string, string>()
  let name: string | undefined
  for (const element of tree.elements) {
    if (nameOf(element) === 'style:style') {
      const attributes = valuesOf(text, element)
      const parent = attributes.get('style:parent-style-name')
      name = attributes.get('style:family') === 'text' && element.parent?.local === 'automatic-styles' ? attributes.get('style:name') : undefined
      if (name !== undefined) looks.set(name, parent ?? '')
    } else if (name !== undefined && nameOf(element) === 'style:text-properties') {
      const seen = tagAttributes(text, element).filter((attribute) => !unseen.test(attribute.name))
      const properties = seen.map((attribute) => `${attribute.name}=${text.slice(attribute.start, attribute.end)}`).sort()
      looks.set(name, [...(looks.get(name) ? [looks.get(name)] : []), ...properties].join(' '))
      // A style has them once.
      name = undefined
    }
  }
  return looks
}
