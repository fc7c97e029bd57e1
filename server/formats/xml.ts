import { spellAround } from './codeText.js'
import type { Format } from './format.js'
import { outOfSection, spellHtmlSection, spellSection, spellSections } from './xml/cdata.js'
import { sayableXml } from '../xml/characters.js'
import { ItsRules } from './xml/its.js'
import { localiseXml, relinkXml } from './xml/localise.js'
import { treeProblems } from './xml/problems.js'
import { readBlocks } from './xml/read.js'
import { readTree } from './xml/tree.js'
import { Treatments } from './xml/treatments.js'
import { spellFolding, spellPreserved, spellValue, spellValueAlone } from './xml/words.js'

/** XML of any vocabulary, by the rules of ITS 2.0: https://www.w3.org/TR/its20/ */
export const xml: Format = {
  id: 'xml',
  name: 'XML',
  extensions: ['.xml', '.dita', '.ditamap', '.dbk', '.docbook', '.svg', '.rss', '.atom', '.tei'],
  recognises: (bytes) => /^(?:\xef\xbb\xbf)?<\?xml\s/.test(Buffer.from(bytes.subarray(0, 16)).toString('latin1')),
  declaredEncoding: (head) => /^<\?xml[^>]{0,200}\sencoding\s*=\s*["']([\w.:-]+)/.exec(head)?.[1],
  encodesStrictly: true,
  read(text, options) {
    const tree = readTree(text)
    const rules = new ItsRules(text, tree)
    if (options.itsRules !== undefined) rules.add(options.itsRules, readTree(options.itsRules), { start: 0, end: 0 })
    rules.add(text, tree)
    const { all } = new Treatments(text, tree, rules, options.elements)
    return { blocks: readBlocks(text, tree, all), problems: [...treeProblems(tree), ...rules.problems] }
  },
  spell: (target, slot) => spellXmlUnit(sayableXml(target), slot),
  localise: localiseXml,
  relink: relinkXml,
  sayable: sayableXml,
  characterReference: (codePoint, context) => (context.startsWith('section') ? outOfSection(String.fromCodePoint(codePoint)) : `&#${codePoint};`),
}

/** `context` is `text` or `preserved` for what stands in elements, `value` for an attribute, `section` (with `preserved`) or `sections`, with their marks, or `html …` for character data. */
function spellXmlUnit(target: string, { codes, context }: Parameters<Format['spell']>[1]): string {
  if (context.startsWith('html ')) return spellHtmlSection(target, { codes, context: context.slice('html '.length) })
  const spellText = context === 'preserved' ? spellPreserved : spellFolding
  return spellAround(target, codes, (words, edges, plain) => {
    if (context.startsWith('sections')) return spellSections(words, context.endsWith('preserved'))
    if (context.startsWith('section')) return spellSection(words, context.endsWith('preserved'))
    if (context === 'value') return spellValueAlone(words)
    return plain ? spellValue(words) : spellText(words, edges)
  })
}
