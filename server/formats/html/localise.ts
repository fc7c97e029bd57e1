import { edited } from '../edited.js'
import type { Localisation, TextEdit } from '../format.js'
import { readAttributes, type Attribute, type Tag } from './tag.js'
import { HtmlTokens } from './tokens.js'
import { attributeWords, spellAttribute } from './words.js'

const addresses = new Set(['href', 'src', 'action', 'formaction', 'poster', 'data', 'cite', 'xlink:href'])

/** What a page in another language says about itself: the language and direction of its root, the language in its metadata, and its addresses. */
export function localiseHtml(text: string, { locale, direction, link }: Localisation, xhtml: boolean): TextEdit[] {
  const edits: TextEdit[] = []
  const tokens = new HtmlTokens(text, 0, xhtml)
  let rooted = false
  for (let token = tokens.next(); token; token = tokens.next()) {
    if (token.type !== 'tag' || token.closing) continue
    const tag = token
    const own: TextEdit[] = []
    if (tag.name === 'html' && !rooted) {
      rooted = true
      own.push(...rootEdits(text, tag, locale, direction, xhtml))
    } else if (tag.name === 'body') own.push(...present(text, tag, { lang: locale, 'xml:lang': locale, dir: direction }))
    else if (tag.name === 'meta') own.push(...metaEdits(text, tag, locale, link))
    own.push(...relinkedAttributes(text, tag.attributes, link))
    edits.push(...own.sort((a, b) => a.start - b.start))
  }
  return edits
}

/** One side of a code, from the beginning of its tag or out of the middle of it, with other addresses. */
export const relinkHtml = (raw: string, link: Localisation['link']): string => edited(raw, relinkedTags(raw, link))

/** Where other addresses stand in one side of a code. */
export function relinkedTags(raw: string, link: Localisation['link']): TextEdit[] {
  const tagStart = /^<[A-Za-z][^\s/>]*/.exec(raw)
  // A tag that is cut by a translated attribute has no end here, and its rest no beginning.
  const attributes: Attribute[] = []
  const end = tagStart || /^\s/.test(raw) ? readAttributes(raw, tagStart?.[0].length ?? 0, attributes) : 0
  const edits = relinkedAttributes(raw, attributes, link)
  if (end === -1 || end >= raw.length) return edits
  const tokens = new HtmlTokens(raw, end, false)
  for (let token = tokens.next(); token; token = tokens.next()) if (token.type === 'tag' && !token.closing) edits.push(...relinkedAttributes(raw, token.attributes, link))
  return edits
}

/** Addresses in these attributes; not of a tag that names the language of what it leads to. */
export function relinkedAttributes(text: string, attributes: readonly Attribute[], link: Localisation['link']): TextEdit[] {
  if (attributes.some(({ name }) => name === 'hreflang')) return []
  return attributes.flatMap((attribute) => {
    const rewrite = addresses.has(attribute.name) ? link : attribute.name === 'srcset' ? linkImages(link) : null
    return rewrite ? rewritten(text, attribute, rewrite) : []
  })
}

/** https://html.spec.whatwg.org/#srcset-attributes */
const linkImages =
  (link: Localisation['link']) =>
  (images: string): string =>
    images.replace(/(^\s*|,\s+)([^\s,]\S*)/g, (_, before: string, address: string) => before + link(address))

function rewritten(text: string, attribute: Attribute, rewrite: (value: string) => string): TextEdit[] {
  const value = valueOf(text, attribute)
  const wanted = rewrite(value)
  return wanted === value ? [] : [valueEdit(text, attribute, wanted)]
}

const valueOf = (text: string, { start, end }: Attribute): string => attributeWords(text.slice(start, end))

/** Another value; in quotes, where it has none and needs some. */
function valueEdit(text: string, { start, end, quote }: Attribute, value: string): TextEdit {
  const spelled = spellAttribute(value)
  if (quote !== '') return { start, end, text: spelled }
  const equals = start < end || /=\s*$/.test(text.slice(Math.max(0, start - 20), start)) ? '' : '='
  return { start, end, text: `${equals}"${spelled}"` }
}

function rootEdits(text: string, tag: Tag, locale: string, direction: 'ltr' | 'rtl', xhtml: boolean): TextEdit[] {
  const has = (name: string) => tag.attributes.some((attribute) => attribute.name === name)
  const missing = [
    has('lang') ? '' : ` lang="${locale}"`,
    xhtml && !has('xml:lang') ? ` xml:lang="${locale}"` : '',
    direction === 'rtl' && !has('dir') ? ` dir="${direction}"` : '',
  ].join('')
  const at = tag.start + 1 + tag.name.length
  return [...(missing === '' ? [] : [{ start: at, end: at, text: missing }]), ...present(text, tag, { lang: locale, 'xml:lang': locale, dir: direction })]
}

/** These values in the attributes that the tag has. */
function present(text: string, tag: Tag, values: Readonly<Record<string, string>>): TextEdit[] {
  return tag.attributes.flatMap((attribute) => {
    const value = Object.hasOwn(values, attribute.name) ? values[attribute.name] : undefined
    return value === undefined ? [] : rewritten(text, attribute, () => value)
  })
}

function metaEdits(text: string, tag: Tag, locale: string, link: Localisation['link']): TextEdit[] {
  const values = Object.fromEntries(tag.attributes.map((attribute) => [attribute.name, valueOf(text, attribute).toLowerCase()]))
  const content = tag.attributes.find(({ name }) => name === 'content')
  if (!content) return []
  const property = values['property'] ?? values['name']
  if (values['http-equiv'] === 'content-language') return rewritten(text, content, () => locale)
  if (property === 'og:locale') return rewritten(text, content, () => openGraphLocale(locale))
  return property === 'og:url' ? rewritten(text, content, link) : []
}

/** `fr_FR`: Open Graph names a language with its territory. https://ogp.me/#optional */
function openGraphLocale(locale: string): string {
  const { language, region } = new Intl.Locale(locale).maximize()
  return region === undefined ? language : `${language}_${region}`
}
