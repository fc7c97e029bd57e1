/** The cells of a table of `rows + 1` × `columns + 1` that lie around its diagonal, at most `width` to either side together; numbered from 0. */
export class Band {
  readonly rows: number
  readonly columns: number
  readonly #width: number
  readonly #slope: number

  constructor(rows: number, columns: number, width: number) {
    this.rows = rows
    this.columns = columns
    this.#width = Math.min(columns + 1, width + 1)
    this.#slope = rows === 0 ? 0 : (columns + 1 - this.#width) / rows
  }

  /** How many cells there are. */
  get size(): number {
    return (this.rows + 1) * this.#width
  }

  /** First column of the band in a row. */
  first(row: number): number {
    return Math.round(row * this.#slope)
  }

  last(row: number): number {
    return Math.min(this.columns, this.first(row) + this.#width - 1)
  }

  /** The number of a cell; −1 outside of the band. */
  index(row: number, column: number): number {
    const place = column - this.first(row)
    return row < 0 || row > this.rows || place < 0 || place >= this.#width ? -1 : row * this.#width + place
  }
}
