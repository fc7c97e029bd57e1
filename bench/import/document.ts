/** A source of numbers that is the same in every run. https://en.wikipedia.org/wiki/Linear_congruential_generator */
function randomNumbers(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const words =
  'human rights everyone person freedom equal dignity law country nation family state social protection education work thought opinion peace security recognition without distinction entitled public general international assembly cultural economic arbitrary hearing tribunal interference property religion community union interests limitation purpose principles development teaching progress measures effective observance member territories jurisdiction'.split(
    ' ',
  )

/** A realistic document in Markdown of about `count` units: chapters, paragraphs with emphasis, links and code, lists, tables, quotes. */
export function makeBlocks(count: number): string[] {
  const random = randomNumbers(7)
  const word = () => words[random(words.length)] ?? ''
  const sentence = (length: number) => {
    const text = Array.from({ length }, word)
    const at = random(length)
    const wrap = [(w: string) => w, (w: string) => `*${w}*`, (w: string) => `**${w}**`, (w: string) => `[${w}](https://example.org/${w})`, (w: string) => `\`${w}\``][random(5)]
    text[at] = wrap?.(text[at] ?? '') ?? ''
    return `${text.join(' ').replace(/^./, (c) => c.toUpperCase())}.`
  }
  const paragraph = () => Array.from({ length: 1 + random(3) }, () => sentence(6 + random(14))).join(' ')
  const blocks: string[] = []
  for (let units = 0; units < count;) {
    const kind = random(20)
    if (kind < 2) blocks.push(`${'#'.repeat(2 + random(3))} ${sentence(4).slice(0, -1)}`)
    else if (kind < 4) blocks.push(Array.from({ length: 4 }, () => `- ${sentence(8)}`).join('\n'))
    else if (kind === 4) blocks.push(`| ${word()} | ${word()} |\n| --- | --- |\n| ${sentence(3)} | ${sentence(4)} |`)
    else if (kind === 5) blocks.push(`> ${paragraph()}`)
    else if (kind === 6) blocks.push(`\`\`\`\n${word()} = ${word()}\n\`\`\``)
    else blocks.push(paragraph())
    units += kind === 6 ? 0 : kind === 2 || kind === 3 || kind === 4 ? 4 : 1
  }
  return blocks
}

/** The same document later: 4 % of its blocks edited, half a percent added, removed each, and some moved. */
export function reviseBlocks(blocks: readonly string[]): string[] {
  const random = randomNumbers(11)
  const revised = blocks.flatMap((block) => {
    const chance = random(200)
    if (chance < 8) return [block.replace(/\b(\w+)\.$/, 'and responsibilities.')]
    if (chance === 8) return [block, 'A paragraph that nobody has seen before, with words of its own.']
    return chance === 9 ? [] : [block]
  })
  for (let moves = 0; moves < blocks.length / 1000; moves++) {
    const [block] = revised.splice(random(revised.length), 1)
    if (block !== undefined) revised.splice(random(revised.length), 0, block)
  }
  return revised
}

export const toText = (blocks: readonly string[]): string => `# Rights\n\n${blocks.join('\n\n')}\n`
