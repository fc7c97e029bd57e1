/** What a project asks of its translations; null where it does not ask. */
export interface CheckSettings {
  /** Characters per second in which a caption can be read. */
  readingSpeed: number | null
  /** Columns of a caption's line. */
  lineLength: number | null
  /** Lines of a caption. */
  lineCount: number | null
}

/** Within what broadcasters and streaming services ask for subtitles in European languages. */
export const defaultChecks: CheckSettings = { readingSpeed: 20, lineLength: 42, lineCount: 2 }
