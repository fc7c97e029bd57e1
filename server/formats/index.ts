import { asciidoc } from './asciidoc.js'
import { docx } from './docx.js'
import { epub } from './epub.js'
import { html } from './html.js'
import { markdown } from './markdown.js'
import { mdx } from './mdx.js'
import { fodt, odt } from './odt.js'
import { pptx } from './pptx.js'
import { srt } from './srt.js'
import { text } from './text.js'
import { vtt } from './vtt.js'
import { xlsx } from './xlsx.js'
import { xml } from './xml.js'
import { xhtml } from './xhtml.js'
import type { Format } from './format.js'

/** Every document format. Adding one: its file, a line here, samples in tests/samples/<id>/, a section in docs/formats.md. */
export const formats: readonly Format[] = [markdown, mdx, xhtml, html, asciidoc, text, srt, vtt, docx, pptx, xlsx, odt, fodt, epub, xml]

export const formatById = (id: string): Format | undefined => formats.find((format) => format.id === id)

/** The format of a file, by the ending of its name. */
export function formatOfPath(path: string): Format | undefined {
  const name = path.toLowerCase()
  return formats.find((format) => format.extensions.some((extension) => name.endsWith(extension)))
}

/** The format of a file whose name does not tell, by its content. */
export const formatOfContent = (bytes: Uint8Array): Format | undefined => formats.find((format) => format.recognises?.(bytes))

/** All endings that are known, for people. */
export const knownExtensions = (): string[] => formats.flatMap((format) => format.extensions)
