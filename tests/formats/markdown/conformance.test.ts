import { HtmlRenderer, Parser } from 'commonmark'
import { tests as examples } from 'commonmark-spec'
import { micromark } from 'micromark'
import { gfmFootnote, gfmFootnoteHtml } from 'micromark-extension-gfm-footnote'
import { gfmStrikethrough, gfmStrikethroughHtml } from 'micromark-extension-gfm-strikethrough'
import { gfmTable, gfmTableHtml } from 'micromark-extension-gfm-table'
import { gfmTaskListItem, gfmTaskListItemHtml } from 'micromark-extension-gfm-task-list-item'
import { describe, expect, test } from 'vitest'
import { pseudoLocalize } from '../../../server/document/pseudo.js'
import { markdown } from '../../../server/formats/markdown.js'
import { readDocument } from '../../../server/formats/readDocument.js'
import { writeDocument } from '../../../server/formats/writeDocument.js'

/** The document with every unit's text put through `translate`. */
function localized(source: string, translate: (text: string) => string): string {
  const bytes = Buffer.from(source)
  const { units } = readDocument(bytes, { format: 'markdown', locale: 'en', segmentation: 'block' })
  const edits = units.map((unit) => ({ ...unit, target: translate(unit.text) }))
  return Buffer.from(writeDocument(bytes, markdown, edits)).toString()
}

/** HTML apart from text: its tags, without the attributes that people read. */
const tagsOf = (html: string): string[] =>
  (html.match(/<[^>]*>/g) ?? []).filter((tag) => !tag.startsWith('<!--')).map((tag) => tag.replace(/ (alt|title|aria-label)="[^"]*"/g, ' $1'))

const textOf = (html: string): string =>
  html
    .replace(/<[^>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim()

const commonmark = (source: string): string => new HtmlRenderer().render(new Parser().parse(source))

const gfm = (source: string): string =>
  micromark(source, {
    allowDangerousHtml: true,
    allowDangerousProtocol: true,
    extensions: [gfmTable(), gfmStrikethrough(), gfmTaskListItem(), gfmFootnote()],
    htmlExtensions: [gfmTableHtml(), gfmStrikethroughHtml(), gfmTaskListItemHtml(), gfmFootnoteHtml()],
  })

/** What the document renders to, in tags and in words, and the same of it with every text written again, and pseudo-translated. */
function rendered(source: string, render: (source: string) => string) {
  const original = render(source)
  const again = render(localized(source, (text) => text))
  const pseudo = render(localized(source, pseudoLocalize))
  return { tags: tagsOf(original), text: textOf(original), tagsOfPseudo: tagsOf(pseudo), textAgain: textOf(again) }
}

describe('every example of CommonMark, pseudo-translated, renders to the same HTML apart from text', () => {
  test.each(examples.map(({ number, section, markdown: source }) => [number, section, source] as const))('%i, %s', (_, __, source) => {
    const { tags, text, tagsOfPseudo, textAgain } = rendered(source.replaceAll('→', '\t'), commonmark)
    expect([tagsOfPseudo, textAgain]).toEqual([tags, text])
  })
})

describe('so do the extensions of GitHub', () => {
  test.each([
    ['a table', '| foo | bar |\n| --- | --- |\n| baz | bim |\n'],
    ['a table without outer pipes, aligned', '| abc | defghi |\n:-: | -----------:\nbar | baz\n'],
    ['a pipe in a cell, also in code', '| f\\|oo  |\n| ------ |\n| b `\\|` az |\n| b **\\|** im |\n'],
    ['a table that a quote ends', '| abc | def |\n| --- | --- |\n| bar | baz |\n> bar\n'],
    ['a table that a blank line ends', '| abc | def |\n| --- | --- |\n| bar | baz |\nbar\n\nbar\n'],
    ['a header with other columns is none', '| abc | def |\n| --- |\n| bar |\n'],
    ['rows with fewer and with more cells', '| abc | def |\n| --- | --- |\n| bar |\n| bar | baz | boo |\n'],
    ['a table without rows', '| abc | def |\n| --- | --- |\n'],
    ['a table after a line of text', 'Words before\n| abc | def |\n| --- | --- |\n| bar | baz |\n'],
    ['a table in a list in a quote', '> - item\n>\n>   | a | b |\n>   | - | - |\n>   | *c* | d |\n'],
    ['one column', '| a |\n| - |\n| b |\n'],
    ['escapes of delimiters', 'a | b\n\\- | -\n'],
    ['tasks', '- [ ] foo\n- [x] bar\n  - [X] baz\n1. [ ] one\n\n[ ] none\n\n- [ ]none\n'],
    ['strikethrough', '~~Hi~~ Hello, ~there~ world!\n\nThis ~~has a\n\nnew paragraph~~.\n\nNot ~~~so~~~ here\n'],
    ['footnotes', 'A note[^1], and again[^1], and another[^long one] or [^none].\n\n[^1]: Its text,\nlazily going on.\n\n    A second paragraph.\n\nWords.\n'],
    ['a footnote in a list', '- item[^a]\n\n[^a]: - list in a note\n'],
  ])('%s', (_, source) => {
    const { tags, text, tagsOfPseudo, textAgain } = rendered(source, gfm)
    expect([tagsOfPseudo, textAgain]).toEqual([tags, text])
  })
})
