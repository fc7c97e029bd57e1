import { micromark, type Options } from 'micromark'
import { gfmAutolinkLiteral, gfmAutolinkLiteralHtml } from 'micromark-extension-gfm-autolink-literal'
import { gfmFootnote, gfmFootnoteHtml } from 'micromark-extension-gfm-footnote'
import { gfmStrikethrough, gfmStrikethroughHtml } from 'micromark-extension-gfm-strikethrough'
import { gfmTable, gfmTableHtml } from 'micromark-extension-gfm-table'
import { gfmTaskListItem, gfmTaskListItemHtml } from 'micromark-extension-gfm-task-list-item'
import { direction } from '../document/language.js'
import { readFrontMatter } from '../formats/frontMatter.js'
import { normaliseLines } from '../formats/lineEnds.js'
import { withoutJsx } from '../formats/mdx/withoutJsx.js'

/** HTML and addresses stay what they are: the frame that shows the page runs and loads nothing. */
const gfm: Options = {
  allowDangerousHtml: true,
  allowDangerousProtocol: true,
  extensions: [gfmAutolinkLiteral(), gfmFootnote(), gfmStrikethrough(), gfmTable(), gfmTaskListItem()],
  htmlExtensions: [
    gfmAutolinkLiteralHtml(),
    gfmFootnoteHtml({ label: '⁂', labelTagName: 'p', labelAttributes: '' }),
    gfmStrikethroughHtml(),
    gfmTableHtml(),
    gfmTaskListItemHtml(),
  ],
}

/** MDX has neither indented code nor HTML. */
const mdxOnly = { disable: { null: ['codeIndented', 'htmlFlow', 'htmlText'] } }

const style = `
body { max-width: 44rem; margin: 1.5rem auto; padding: 0 1rem; color: #1f2328; background: #fff; font: 1rem/1.6 system-ui, sans-serif; overflow-wrap: break-word }
h1, h2 { padding-bottom: .3em; border-bottom: 1px solid #d1d9e0 }
h1, h2, h3, h4, h5, h6 { line-height: 1.25 }
code, pre { font: .875em/1.45 ui-monospace, monospace; background: #f2f4f6; border-radius: 4px }
code { padding: .1em .3em }
pre { padding: 1rem; overflow: auto }
pre code { padding: 0; font-size: 1em }
blockquote { margin-inline: 0; padding-inline-start: 1rem; border-inline-start: .25rem solid #d1d9e0; color: #59636e }
table { border-collapse: collapse; display: block; overflow: auto }
th, td { padding: .4rem .8rem; border: 1px solid #d1d9e0 }
img { max-width: 100% }
`

/** A page from the text of a Markdown or MDX document: GitHub's Markdown without front matter. */
export function markdownPage(document: string, { locale, mdx }: { locale: string; mdx: boolean }): string {
  const { text } = normaliseLines(document)
  const start = readFrontMatter(text, []).end
  const body = mdx ? micromark(withoutJsx(text, start), { ...gfm, extensions: [...gfm.extensions!, mdxOnly] }) : micromark(text.slice(start), gfm)
  return `<!doctype html>\n<html lang="${locale}" dir="${direction(locale)}">\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width">\n<title></title>\n<style>${style}</style>\n<body>\n${body}\n`
}
