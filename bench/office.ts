import { docx } from '../server/formats/docx.js'
import { readDocument } from '../server/formats/readDocument.js'
import { writeDocument } from '../server/formats/writeDocument.js'
import { paragraph, run, word } from '../tests/formats/ooxml/word.js'
import { seconds } from './measure/processor.js'

/**
 * Reading a Word document and writing it again with a translation of every unit, as an export does, in milliseconds of the processor.
 * The documents are made here: from letters of a page to books of two hundred, most of them short, as people have them. Nothing else is run beside it: other tools change what they write.
 */
const documents = 120
const pages = { least: 1, most: 200 }
const paragraphsOnPage = 12

const words = 'owls hunt at night and rest by day in hollow trees where their young hatch from white eggs after a month of patience'.split(' ')

/** A small seeded generator, so that every run measures the same documents. */
let state = 7
const random = (): number => (state = (state * 1103515245 + 12345) % 2147483648) / 2147483648

const phrase = (length: number): string => Array.from({ length }, () => words[Math.floor(random() * words.length)]).join(' ')

function someParagraph(): string {
  if (random() < 0.1) return `<w:p><w:pPr><w:pStyle w:val="Heading${1 + Math.floor(random() * 3)}"/></w:pPr>${run(phrase(5))}</w:p>`
  if (random() < 0.1) return `<w:tbl><w:tr>${`<w:tc>${paragraph(run(phrase(3)))}</w:tc>`.repeat(4)}</w:tr></w:tbl>`
  // Runs as programs leave them: cut by the spelling checker, and some of them in bold.
  return paragraph(run(phrase(20)), '<w:proofErr w:type="spellStart"/>', run(` ${phrase(3)} `, '<w:lang w:val="en-GB"/>'), run(phrase(2), '<w:b/>'), run(` ${phrase(25)}.`))
}

/** Evenly between the shortest and the longest by their logarithms. */
const lengths = Array.from({ length: documents }, (_, at) => Math.round(pages.least * (pages.most / pages.least) ** (at / (documents - 1))))

function measure(length: number): { pages: number; bytes: number; text: number; ms: number } {
  const body = Array.from({ length: length * paragraphsOnPage }, someParagraph).join('')
  const bytes = word(body)
  const [time] = seconds(() => {
    const { units } = readDocument(bytes, { format: 'docx', locale: 'en', segmentation: 'block' })
    writeDocument(
      bytes,
      docx,
      units.map((unit) => ({ ...unit, target: unit.text.toUpperCase() })),
    )
  })
  return { pages: length, bytes: bytes.length, text: body.length, ms: 1000 * time }
}

for (let warm = 0; warm < 5; warm++) measure(20)
const measured = lengths.map(measure).sort((a, b) => a.ms - b.ms)
const at = (share: number) => measured[Math.min(measured.length - 1, Math.floor(share * measured.length))]!
console.table(
  [0.5, 0.95, 1].map((share) => {
    const { pages: length, bytes, text, ms } = at(share)
    return {
      of: share === 1 ? 'slowest' : `p${share * 100}`,
      pages: length,
      'KB packed': Math.round(bytes / 1e3),
      'KB of XML': Math.round(text / 1e3),
      ms: Math.round(ms),
      'bar ms': share === 0.95 ? 200 : '',
    }
  }),
)
const total = measured.reduce((sum, { text, ms }) => ({ text: sum.text + text, ms: sum.ms + ms }), { text: 0, ms: 0 })
console.log(`${documents} documents, ${(total.text / 1e3 / total.ms).toFixed(1)} MB of XML a second`)
