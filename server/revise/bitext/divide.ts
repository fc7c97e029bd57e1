import { plainText } from '../../document/codes.js'

/** Gives each of several units its part of the sentences that translate them together, in order, by length. Where there are too few sentences, the first has them all. */
export function divide(units: readonly { text: string }[], sentences: readonly string[]): (string | null)[] {
  if (sentences.length < units.length) return units.map((_, at) => (at === 0 ? sentences.join('') : null))
  const lengths = (texts: readonly string[]): number[] => texts.map((text) => plainText(text).length)
  const [wanted, given] = [lengths(units.map(({ text }) => text)), lengths(sentences)]
  const scale = sum(given) / Math.max(1, sum(wanted))
  const parts: string[] = []
  let [next, reached, goal] = [0, 0, 0]
  units.forEach((_, at) => {
    goal += wanted[at]! * scale
    const last = sentences.length - (units.length - 1 - at)
    let text = sentences[next]!
    reached += given[next++]!
    while (next < last && (at === units.length - 1 || Math.abs(reached + given[next]! - goal) <= Math.abs(reached - goal))) {
      text += sentences[next]!
      reached += given[next++]!
    }
    parts.push(text.trim())
  })
  return parts
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
