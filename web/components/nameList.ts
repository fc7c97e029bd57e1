/** Names as one text field holds them. */
export const joinNames = (names: readonly string[]): string => names.join(', ')

export const splitNames = (typed: string): string[] =>
  typed
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
