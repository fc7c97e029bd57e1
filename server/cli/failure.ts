/** What a command could not do, in one line for whoever typed it; `place` is `file`, `file:line` or `file:line:column`. */
export class Failure extends Error {
  override readonly name = 'Failure'
  readonly place: string | null

  constructor(message: string, place: string | null = null) {
    super(message)
    this.place = place
  }
}
