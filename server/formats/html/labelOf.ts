const longest = 200

/** What translators see of a stretch that is one code: its beginning, on one line. */
export const labelOf = (text: string, start: number, end: number): string =>
  text
    .slice(start, Math.min(end, start + longest))
    .replace(/\s+/g, ' ')
    .trim()
