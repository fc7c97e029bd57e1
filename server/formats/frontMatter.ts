import type { Block } from '../document/block.js'
import type { Problem } from '../document/unit.js'
import { readToml, spellToml } from './frontMatter/toml.js'
import { readYaml, spellYaml } from './frontMatter/yaml.js'

export interface FrontMatter {
  blocks: Block[]
  problems: Problem[]
  /** Where the document itself begins. */
  end: number
}

const yaml = /^---[ \t]*\n((?:[^]*?\n)??)(?:---|\.\.\.)[ \t]*(?:\n|$)/
/** A line that names a field: without one, what stands between two lines of dashes is a text between two rules. */
const field = /^[ \t]*(?:\{|\S[^\n]*:(?:[ \t]|$))/m
const toml = /^\+\+\+[ \t]*\n((?:[^]*?\n)??)\+\+\+[ \t]*(?:\n|$)/

/** The front matter of a document, YAML between `---` or TOML between `+++`, with the values of the `fields` that are named (nested ones as `author.bio`). */
export function readFrontMatter(document: string, fields: readonly string[]): FrontMatter {
  const match = document.startsWith('---') ? yaml.exec(document) : document.startsWith('+++') ? toml.exec(document) : null
  if (!match || !(match[0].startsWith('+') || match[1]!.trim() === '' || field.test(match[1]!))) return { blocks: [], problems: [], end: 0 }
  const content = match[1]!
  const start = document.indexOf('\n') + 1
  const read = match[0].startsWith('-') ? readYaml : readToml
  return { ...read(content, start, new Set(fields)), end: match[0].length }
}

/** `context` is what the reader of YAML or TOML left there. */
export const spellFrontMatter = (target: string, context: string): string => (context.startsWith('yaml') ? spellYaml(target, context) : spellToml(target, context))
