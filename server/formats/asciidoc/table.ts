/** A cell of a table: its content, and its style (`a` for blocks, `l` for literal text, …). */
export interface Cell {
  start: number
  end: number
  style: string
  /** Whether it stands in the first row, by the columns that the table is said to have. */
  first: boolean
}

const spec = /(?:^|[ \t\n])(?:(\d+(?:\.\d*)?|(?:\d*\.)?\d+)([*+]))?(?:[<^>](?:\.[<^>]?)?|(?:[<^>]?\.)?[<^>])?([a-z])?$/
/** No cell is described at greater length. */
const longestSpec = 24
const mostColumns = 100

/** The styles of the columns that an attribute `cols` describes: `1,2a` or `3*`. */
export function columnStyles(cols: string): string[] {
  const styles: string[] = []
  for (const column of cols.split(/[,;]/)) {
    const [, times = '1', style = ''] = /^(?:(\d+)\*)?.*?([a-z])?$/s.exec(column.trim())!
    for (let n = 0; n < Number(times) && styles.length < mostColumns; n++) styles.push(style)
  }
  return styles
}

/** The cells of a table whose separator is one character, in reading order. `columns` are the styles of its columns. */
export function readCells(text: string, start: number, end: number, separator: string, columns: readonly string[]): Cell[] {
  const cells: Cell[] = []
  const grid = new Grid(columns)
  let open: Omit<Cell, 'end'> | null = null
  const source = text.slice(0, end)
  for (let at = source.indexOf(separator, start); at !== -1; at = source.indexOf(separator, at + 1)) {
    if (source[at - 1] === '\\') continue
    const from = Math.max(open?.start ?? start, at - longestSpec)
    const found = spec.exec(source.slice(from, at))
    const before = found ? at - found[0].length + (/^[ \t\n]/.test(found[0]) ? 1 : 0) : at
    if (open) cells.push({ ...open, end: before })
    open = { start: at + 1, ...grid.place(found?.[1] ?? '', found?.[2] ?? '', found?.[3] ?? '') }
  }
  if (open) cells.push({ ...open, end })
  return cells
}

/** Where in its columns the next cell comes to stand. */
class Grid {
  private readonly columns: readonly string[]
  /** Of each column, how many rows a cell above still takes. */
  private readonly taken: number[]
  private at = 0
  private first = true

  constructor(columns: readonly string[]) {
    this.columns = columns
    this.taken = columns.map(() => 0)
  }

  /** The style of the cell, its own or its column's, and whether it stands in the first row. `count` and `operator` as in `2.3+` (columns and rows that it spans) or `3*` (how often it comes). */
  place(count: string, operator: string, own: string): Pick<Cell, 'style' | 'first'> {
    this.skipTaken()
    const { first } = this
    const style = own || this.columns[this.at]!
    const [columns = '', rows = ''] = count.split('.')
    const wide = Math.min(Number(columns || 1), mostColumns)
    const high = operator === '+' ? Number(rows || 1) : 1
    for (let n = 0; n < wide; n++) {
      this.taken[this.at] = Math.max(this.taken[this.at]!, high - 1)
      this.at = (this.at + 1) % this.columns.length
      if (this.at === 0) this.first = false
    }
    return { style, first }
  }

  private skipTaken(): void {
    for (let n = 0; n < this.columns.length && this.taken[this.at]! > 0; n++) {
      this.taken[this.at]!--
      this.at = (this.at + 1) % this.columns.length
    }
  }
}
