import type { Problem } from '../../document/unit.js'
import type { Templates } from './templates.js'

export interface HtmlOptions {
  /** A `fragment` stands in another document, where white space cannot be kept; `pre` and `textarea` stay as they are there. */
  dialect?: 'html' | 'xhtml' | 'fragment'
  attributes?: readonly string[]
  protect?: readonly string[]
  /** Where problems are added while the blocks are gone through. */
  problems?: Problem[]
}

/** What the settings of a reader add to what HTML says itself. */
export interface HtmlRules {
  xhtml: boolean
  /** Names of further attributes that people read. */
  attributes: ReadonlySet<string>
  /** Elements and classes whose content stays as it is. */
  elements: ReadonlySet<string>
  classes: readonly string[]
  templates: Templates | null
}

export const rulesOf = ({ dialect, attributes = [], protect = [] }: HtmlOptions, templates: Templates | null): HtmlRules => ({
  xhtml: dialect === 'xhtml',
  attributes: new Set(attributes.map((name) => name.toLowerCase())),
  elements: new Set(protect.filter((name) => !name.startsWith('.')).map((name) => name.toLowerCase())),
  classes: ['notranslate', ...protect.filter((name) => name.startsWith('.')).map((name) => name.slice(1))],
  templates,
})

export const plainRules = rulesOf({}, null)
