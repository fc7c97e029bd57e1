import { Refusal } from '../errors.js'
import type { Format } from '../formats/format.js'
import { decodePart, placedParts } from '../formats/parts.js'
import { formatFor } from '../formats/readDocument.js'

/** A document as a browser shows it. */
export interface RenderedPage {
  /** With the encoding. */
  type: string
  bytes: Uint8Array
}

interface PageInput {
  bytes: Uint8Array
  format: string
  /** Of the text. */
  locale: string
}

const mebibyte = 1024 * 1024

/** Formats whose documents are pages, or become one, and how large one may be, in MiB: what a browser shows without standing still. */
const pageLimits: Partial<Record<string, number>> = { html: 16, xhtml: 16, markdown: 2, mdx: 2 }

/** Whether documents of a format can be shown as a page. */
export const isPage = (format: string): boolean => pageLimits[format] !== undefined

/** Why a document is not shown as a page, though its format is one. */
export const pageTooLarge = (format: string): Refusal => new Refusal('page-too-large', { limit: pageLimits[format] ?? 0 })

/** The page that a document is: HTML as it stands, Markdown as its readers see it. Refuses `page-unavailable` and `page-too-large`. */
export async function renderPage({ bytes, format: id, locale }: PageInput): Promise<RenderedPage> {
  const limit = pageLimits[id]
  if (limit === undefined) throw new Refusal('page-unavailable')
  if (bytes.length > limit * mebibyte) throw pageTooLarge(id)
  const format = formatFor({ format: id }, bytes)
  return id === 'html' || id === 'xhtml' ? asItStands(bytes, format) : { type: 'text/html; charset=utf-8', bytes: await fromMarkdown(bytes, format, locale) }
}

function asItStands(bytes: Uint8Array, format: Format): RenderedPage {
  const { encoding } = placedParts(bytes, format)[0]!
  return { type: `${format.id === 'html' ? 'text/html' : 'application/xhtml+xml'}; charset=${encoding}`, bytes }
}

async function fromMarkdown(bytes: Uint8Array, format: Format, locale: string): Promise<Uint8Array> {
  const { markdownPage } = await import('./markdownPage.js')
  const text = placedParts(bytes, format).map((part) => decodePart(part).text)
  try {
    return Buffer.from(markdownPage(text.join(''), { locale, mdx: format.id === 'mdx' }))
  } catch (error) {
    // What nests too deeply for the library takes all of the stack.
    if (error instanceof RangeError) throw pageTooLarge(format.id)
    throw error
  }
}
