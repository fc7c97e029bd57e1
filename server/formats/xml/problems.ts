import type { Problem } from '../../document/unit.js'
import { mostElements, type XmlTree } from './tree.js'

/** What of a document is not read, and where: the first place that is not well-formed, and what nests too deeply. */
export function treeProblems({ elements, cut, fault }: XmlTree): Problem[] {
  const deep = elements
    .filter(({ tooDeep }) => tooDeep)
    .map(({ start, inner }): Problem => ({ start, end: inner, code: 'too-deep', message: 'Elements nest too deeply here; the text stays as it is.', severity: 'warning' }))
  if (cut) deep.push({ ...cut, code: 'too-many', message: `Only the first ${mostElements} elements are read; the text from here on stays as it is.`, severity: 'warning' })
  if (!fault) return deep
  const { start, end, reason } = fault
  return [{ start, end, code: 'not-well-formed', message: `This is no well-formed XML: ${reason}.`, severity: 'error' }, ...deep]
}
