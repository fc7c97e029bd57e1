import { names } from './elements.js'
import type { Attribute, Tag } from './tag.js'
import type { Templates } from './templates.js'
import { namesEntity } from './words.js'

/** What the settings of a reader add to what HTML says itself. */
export interface HtmlRules {
  xhtml: boolean
  /** Names of further attributes that people read. */
  attributes: ReadonlySet<string>
  /** Elements and classes whose content stays as it is. */
  elements: ReadonlySet<string>
  classes: readonly string[]
  templates: Templates | null
}

export const plainRules: HtmlRules = { xhtml: false, attributes: new Set(), elements: new Set(), classes: ['notranslate'], templates: null }

const readAttributes = names('alt title placeholder aria-label aria-description aria-placeholder aria-roledescription aria-valuetext aria-braillelabel aria-brailleroledescription')
const readBy: Record<string, ReadonlySet<string>> = {
  label: names('optgroup option track menuitem'),
  summary: names('table'),
  abbr: names('th td'),
  standby: names('object'),
}
const readMetadata = names(
  'description keywords og:title og:description og:image:alt og:site_name twitter:title twitter:description twitter:image:alt apple-mobile-web-app-title application-name dc.title dc.description',
)
const readProperties = names('name headline description alternativeheadline')

/** The value of the tag's attribute as it is written, or null where it has none. */
export function attributeOf(text: string, tag: Tag, name: string): string | null {
  const found = tag.attributes.find((attribute) => attribute.name === name)
  return found ? text.slice(found.start, found.end) : null
}

/** The attributes of a tag whose values are translated, in order; `key` is what the document calls a value of its head. One with a template's block in it stays as it is. */
export function translatedAttributes(text: string, tag: Tag, rules = plainRules): { attribute: Attribute; key: string | null }[] {
  if (tag.attributes.length === 0 || translation(text, tag, rules) === false) return []
  const key = tag.name === 'meta' ? metadataKey(text, tag) : null
  const isRead = ({ name, start, end }: Attribute) => {
    if (start === end) return false
    if (name === 'content') return key !== null
    if (name === 'value') return tag.name === 'input' && /^(?:submit|button|reset)$/i.test(attributeOf(text, tag, 'type') ?? '')
    return readAttributes.has(name) || readBy[name]?.has(tag.name) || rules.attributes.has(name)
  }
  return tag.attributes
    .filter(
      (attribute) => isRead(attribute) && !rules.templates?.within(attribute.start, attribute.end) && !(rules.xhtml && namesEntity(text.slice(attribute.start, attribute.end))),
    )
    .map((attribute) => ({ attribute, key: attribute.name === 'content' ? key : null }))
}

function metadataKey(text: string, tag: Tag): string | null {
  const key = (attributeOf(text, tag, 'name') ?? attributeOf(text, tag, 'property'))?.toLowerCase()
  if (key !== undefined) return readMetadata.has(key) ? key : null
  const property = attributeOf(text, tag, 'itemprop')?.toLowerCase()
  return property !== undefined && readProperties.has(property) ? property : null
}

/** Whether the author or the settings have the element translated, or not; null where they say nothing: https://html.spec.whatwg.org/#attr-translate */
export function translation(text: string, tag: Tag, { elements, classes } = plainRules): boolean | null {
  const said = attributeOf(text, tag, 'translate')?.toLowerCase()
  if (said === 'no') return false
  if (said === 'yes' || said === '') return true
  if (elements.has(tag.name)) return false
  const own = attributeOf(text, tag, 'class')?.split(/\s+/)
  return own && classes.some((name) => own.includes(name)) ? false : null
}

/** Whether the author keeps the element from being translated. */
export const isKept = (text: string, tag: Tag): boolean => translation(text, tag) === false
