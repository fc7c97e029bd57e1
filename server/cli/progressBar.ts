/** How long work goes on before it is worth a bar, in ms. */
const patience = 1000
const width = 30

/**
 * A bar on stderr, where that is a terminal and the work takes over a second. Call the answer as often as you like, and with `done` equal to `total` at the end.
 * `what` says in a word what is being done.
 */
export function progressBar(what: string, stream: NodeJS.WriteStream = process.stderr): (done: number, total: number) => void {
  const began = Date.now()
  let drawn = 0
  return (done, total) => {
    const now = Date.now()
    if (!stream.isTTY || now - began < patience) return
    if (done >= total) {
      if (drawn > 0) stream.write('\r\u001B[K')
      return
    }
    if (now - drawn < 100) return
    drawn = now
    const share = done / total
    const full = Math.round(share * width)
    stream.write(`\r${what} ${'█'.repeat(full)}${'░'.repeat(width - full)} ${Math.floor(share * 100)} %\u001B[K`)
  }
}
