import { defaultChecks, type CheckSettings } from '../checks/settings.js'

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
}

/** Settings that decide which units a document has: those of a revision are kept with it. */
export type ReadingOptions = Pick<ProjectSettings, 'segmentation' | 'frontMatter'>

export const defaultSettings: ProjectSettings = {
  segmentation: 'block',
  approvalsRequired: 1,
  selfApproval: false,
  frontMatter: ['title', 'description'],
  checks: defaultChecks,
}

/** Settings as they were kept, by a version that may have had fewer of them. */
export const settingsFrom = (kept: Partial<ProjectSettings>): ProjectSettings => ({ ...defaultSettings, ...kept })

export const readingOptions = ({ segmentation, frontMatter }: ProjectSettings): ReadingOptions => ({ segmentation, frontMatter })
