import { ItsRules } from './its.js'
import { readTree } from './tree.js'

/** Why a file of ITS rules cannot be used, and the line, from 1; null where it can. */
export function itsFault(text: string): { problem: 'xml' | 'none' | 'rule'; line: number } | null {
  const tree = readTree(text)
  const at = (problem: 'xml' | 'none' | 'rule', start: number) => ({ problem, line: text.slice(0, start).split('\n').length })
  if (tree.fault) return at('xml', tree.fault.start)
  const rules = new ItsRules(text, tree)
  rules.add(text, tree)
  const [problem] = rules.problems
  if (problem) return at('rule', problem.start)
  return rules.any ? null : at('none', 0)
}
