/** How much a change of wording matters to its translations. */
export const grades = ['none', 'cosmetic', 'minor', 'major'] as const
export type GradeLevel = (typeof grades)[number]

export type GradeReason = 'white-space' | 'typography' | 'punctuation' | 'case' | 'code-data' | 'number' | 'name' | 'url' | 'spelling' | 'few-words' | 'codes' | 'many-words'

export interface Grade {
  level: GradeLevel
  /** Why, most important first; each has a text `grade.<reason>` in locales/. */
  reasons: GradeReason[]
}
