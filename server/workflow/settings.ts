import { defaultChecks, type CheckSettings } from '../checks/settings.js'
import { matchesGlob } from './glob.js'
import type { ElementTreatments } from '../document/elementTreatment.js'
import type { BreakRule } from '../document/breakRule.js'
import type { LinkRule } from '../document/linkRules.js'

/** What a project decides for its documents; kept as one JSON value. */
export interface ProjectSettings {
  segmentation: 'block' | 'sentence'
  /** Verdicts of how many reviewers make a translation approved; 0 publishes what is translated. */
  approvalsRequired: number
  /** May a person approve their own translation? */
  selfApproval: boolean
  /** Names of front-matter fields whose values are translated. */
  frontMatter: string[]
  checks: CheckSettings
  /** What becomes of addresses in localized documents. */
  links: LinkRule[]
  /** What is read otherwise in some documents. Where several fit a document, the later ones decide. */
  formatRules: FormatRule[]
}

/** What only some formats know of: see `FormatOptions`. */
interface OptionsOfSome {
  comments?: boolean
  layouts?: boolean
  attributes?: string[]
  protect?: string[]
  elements?: ElementTreatments
}

/** Options of reading for the documents whose paths fit a glob; those that it does not name are the project's. */
export interface FormatRule extends OptionsOfSome {
  /** See `matchesGlob`. */
  files: string
  segmentation?: 'block' | 'sentence'
  frontMatter?: string[]
  /** Cuts sentences in place of our own rules: the name that the file had, and the hash of its bytes, which are kept like a document's. */
  srx?: { name: string; sha256: string }
  /** Rules of ITS 2.0 for XML: the name that their file had, and what it says. */
  its?: { name: string; text: string }
}

/** Settings that decide which units a document has: those of a revision are kept with it. */
export interface ReadingOptions extends Pick<ProjectSettings, 'segmentation' | 'frontMatter'>, OptionsOfSome {
  /** The hash of the SRX file, where sentences are cut by one. */
  srx?: string
  /** What the file of ITS rules says. */
  itsRules?: string
  /** What people decided of single places, in one order; absent where they decided nothing. */
  breaks?: BreakRule[]
}

export const defaultSettings: ProjectSettings = {
  segmentation: 'block',
  approvalsRequired: 1,
  selfApproval: false,
  frontMatter: ['title', 'description'],
  formatRules: [],
  checks: defaultChecks,
  links: [],
}

/** Settings as they were kept, by a version that may have had fewer of them. */
export const settingsFrom = (kept: Partial<ProjectSettings>): ProjectSettings => ({ ...defaultSettings, ...kept })

/** Of a file of ITS rules, in characters: a longer one is none that a person wrote. */
export const longestItsRules = 50_000

/** How the document at this path is read. The same settings give the same JSON. */
export function readingOptions({ segmentation, frontMatter, formatRules }: ProjectSettings, path: string): ReadingOptions {
  const options: ReadingOptions = { segmentation, frontMatter }
  for (const { files, srx, its, ...own } of formatRules) if (matchesGlob(files, path)) Object.assign(options, own, srx && { srx: srx.sha256 }, its && { itsRules: its.text })
  if (options.segmentation === 'block') delete options.srx
  return options
}
