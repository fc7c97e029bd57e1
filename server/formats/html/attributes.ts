import { names } from './elements.js'
import { plainRules, type HtmlRules } from './rules.js'
import type { Attribute, Tag } from './tag.js'
import { namesEntity } from './words.js'

const readAttributes = names('alt title placeholder aria-label aria-description aria-placeholder aria-roledescription aria-valuetext aria-braillelabel aria-brailleroledescription')
const readBy = new Map([
  ['label', names('optgroup option track menuitem')],
  ['summary', names('table')],
  ['abbr', names('th td')],
  ['standby', names('object')],
])
const readMetadata = names(
  'description keywords og:title og:description og:image:alt og:site_name twitter:title twitter:description twitter:image:alt apple-mobile-web-app-title application-name dc.title dc.description',
)
const readProperties = names('name headline description alternativeheadline')

/** The value of the tag's attribute as it is written, or null where it has none. */
export function attributeOf(text: string, { attributes }: Tag, name: string): string | null {
  for (const attribute of attributes) if (attribute.name === name) return text.slice(attribute.start, attribute.end)
  return null
}

interface TranslatedAttribute {
  attribute: Attribute
  /** What the document calls a value of its head. */
  key: string | null
}
const none: readonly TranslatedAttribute[] = []

/** The attributes of a tag whose values are translated, in order. One with a template's block in it stays as it is. */
export function translatedAttributes(text: string, tag: Tag, rules = plainRules): readonly TranslatedAttribute[] {
  let found: TranslatedAttribute[] | null = null
  for (const attribute of tag.attributes) {
    const { name, start, end } = attribute
    if (start === end || !isRead(text, tag, name, rules)) continue
    if (rules.templates?.within(start, end) || (rules.xhtml && namesEntity(text.slice(start, end)))) continue
    found ??= []
    found.push({ attribute, key: name === 'content' ? metadataKey(text, tag) : null })
  }
  return found === null || translation(text, tag, rules) === false ? none : found
}

function isRead(text: string, tag: Tag, name: string, rules: HtmlRules): boolean {
  if (name === 'content') return tag.name === 'meta' && metadataKey(text, tag) !== null
  if (name === 'value') return tag.name === 'input' && /^(?:submit|button|reset)$/i.test(attributeOf(text, tag, 'type') ?? '')
  return readAttributes.has(name) || readBy.get(name)?.has(tag.name) === true || rules.attributes.has(name)
}

function metadataKey(text: string, tag: Tag): string | null {
  const key = (attributeOf(text, tag, 'name') ?? attributeOf(text, tag, 'property'))?.toLowerCase()
  if (key !== undefined) return readMetadata.has(key) ? key : null
  const property = attributeOf(text, tag, 'itemprop')?.toLowerCase()
  return property !== undefined && readProperties.has(property) ? property : null
}

/** Whether the author or the settings have the element translated, or not; null where they say nothing: https://html.spec.whatwg.org/#attr-translate */
export function translation(text: string, tag: Tag, { elements, classes } = plainRules): boolean | null {
  if (tag.attributes.length === 0) return elements.has(tag.name) ? false : null
  const said = attributeOf(text, tag, 'translate')?.toLowerCase()
  if (said === 'no') return false
  if (said === 'yes' || said === '') return true
  if (elements.has(tag.name)) return false
  const own = attributeOf(text, tag, 'class')
  return own !== null && classes.some((name) => own.includes(name) && own.split(/\s+/).includes(name)) ? false : null
}

/** Whether the author keeps the element from being translated. */
export const isKept = (text: string, tag: Tag): boolean => translation(text, tag) === false
