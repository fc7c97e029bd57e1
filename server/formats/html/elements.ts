import type { UnitKind } from '../../document/unit.js'
import type { Tag } from './tag.js'

const names = (list: string): ReadonlySet<string> => new Set(list.split(' '))

/** Elements that end the text before them. All others stand inside a text. */
export const blockElements = names(
  'address article aside base blockquote body caption center col colgroup datalist dd details dialog dir div dl dt fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li link main menu meta nav noscript ol optgroup option p param search section select source summary table tbody td template tfoot th thead title tr track ul',
)

/** Elements that have no end tag. */
export const voidElements = names('area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr')

/** Elements whose content is no markup, up to their end tag. */
export const rawElements = names('script style textarea xmp iframe noembed noframes')

/** Elements whose content is never translated: alone, or as one code inside a text. */
export const protectedElements = names('pre code svg math object canvas audio video')
export const protectedBlocks = names('pre')

const containers: Record<string, UnitKind> = {
  h1: 'heading',
  h2: 'heading',
  h3: 'heading',
  h4: 'heading',
  h5: 'heading',
  h6: 'heading',
  li: 'list-item',
  dt: 'list-item',
  dd: 'list-item',
  td: 'table-cell',
  th: 'table-cell',
  blockquote: 'quote',
  figcaption: 'caption',
  caption: 'caption',
}

/** What kind of unit the text in this element is, where the element decides. */
export const kindOf = (name: string): UnitKind | undefined => containers[name]

/** Attributes that people read. */
const readAttributes = names('alt title placeholder aria-label aria-description aria-placeholder aria-roledescription aria-valuetext')
const readMetadata = names(
  'description keywords og:title og:description og:image:alt og:site_name twitter:title twitter:description twitter:image:alt apple-mobile-web-app-title application-name',
)

/** The attributes of a tag whose values are translated, in order; `key` is what the document calls a value of its head. */
export function translatedAttributes(text: string, tag: Tag): { attribute: Tag['attributes'][number]; key: string | null }[] {
  const value = (name: string) => {
    const found = tag.attributes.find((attribute) => attribute.name === name)
    return found ? text.slice(found.start, found.end).toLowerCase() : undefined
  }
  const key = tag.name === 'meta' ? (value('name') ?? value('property')) : undefined
  const button = tag.name === 'input' && ['submit', 'button', 'reset'].includes(value('type') ?? '')
  const label = tag.name === 'optgroup' || tag.name === 'option' || tag.name === 'track'
  return tag.attributes
    .filter(
      ({ name, start, end }) =>
        start < end &&
        (readAttributes.has(name) || (name === 'content' && key !== undefined && readMetadata.has(key)) || (name === 'value' && button) || (name === 'label' && label)),
    )
    .map((attribute) => ({ attribute, key: attribute.name === 'content' ? (key ?? null) : null }))
}

/** Whether the author keeps the element from being translated: https://html.spec.whatwg.org/#attr-translate */
export const isKept = (text: string, tag: Tag): boolean =>
  tag.attributes.some(({ name, start, end }) => {
    const value = text.slice(start, end)
    return (name === 'translate' && value.toLowerCase() === 'no') || (name === 'class' && /(?:^|\s)notranslate(?:\s|$)/.test(value))
  })

const codes: Record<string, string> = {
  b: 'strong',
  strong: 'strong',
  i: 'emphasis',
  em: 'emphasis',
  a: 'link',
  code: 'code',
  del: 'strikethrough',
  s: 'strikethrough',
  img: 'image',
  br: 'break',
  wbr: 'break',
}

/** What translators see of an inline tag: its type, and a link's target, an image's file or the element's name. */
export function codeOf(text: string, tag: Tag): { code: string; label?: string } {
  const code = codes[tag.name] ?? 'html'
  if (code === 'html') return { code, label: tag.name }
  const name = code === 'link' ? 'href' : code === 'image' ? 'src' : null
  const attribute = tag.attributes.find((attribute) => attribute.name === name)
  return attribute ? { code, label: text.slice(attribute.start, attribute.end) } : { code }
}
