import { spellFrontMatter } from './frontMatter.js'
import type { Format } from './format.js'
import { sayable, spellHtml } from './html.js'
import { relinkMarkdown } from './markdown/addresses.js'
import { localiseMarkdown, readMarkdown } from './markdown/read.js'
import { spellInline, spellTitle } from './markdown/spell.js'

/** Markdown: CommonMark with GFM's tables, task lists, strikethrough and footnotes, what documentation tools add to it, and front matter in YAML or TOML. */
export const markdown: Format = {
  id: 'markdown',
  name: 'Markdown',
  extensions: ['.md', '.markdown', '.mdown', '.mkd'],
  read: (document, options) => readMarkdown(document, options),
  spell: (target, slot) => spellMarkdown(sayable(target), slot, false),
  localise: (document, localisation) => localiseMarkdown(document, localisation),
  localisesAddressesOnly: true,
  relink: relinkMarkdown,
  sayable,
}

/** The spelling of a translation in a slot of Markdown or MDX. */
export function spellMarkdown(target: string, slot: Parameters<Format['spell']>[1], mdx: boolean): string {
  const { context } = slot
  if (context.startsWith('html ')) return spellHtml(target, { codes: slot.codes, context: context.slice('html '.length) })
  if (context.startsWith('yaml') || context.startsWith('toml')) return spellFrontMatter(target, context)
  if (context.startsWith('attribute')) return spellHtml(target, slot)
  // After `image`: a tail that names the image's label, which its text did before.
  return context === 'title' ? spellTitle(target) : spellInline(target, slot, mdx) + (/^image (.*)$/s.exec(context)?.[1] ?? '')
}
