import type { CodeType } from '../../document/codeType.js'
import type { UnitKind } from '../../document/unit.js'
import type { Tag } from './tag.js'

export const names = (list: string): ReadonlySet<string> => new Set(list.split(' '))

/** Elements that end the text before them. All others stand inside a text. */
export const blockElements = names(
  'address article aside base basefont bgsound blockquote body caption center col colgroup datalist dd details dialog dir div dl dt fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li link listing main menu meta nav noscript ol optgroup option p param plaintext pre script search section select source style summary table tbody td template textarea tfoot th thead title tr track ul',
)

/** Elements that have no end tag. */
export const voidElements = names('area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr')

/** Elements whose content is never translated: one code inside a text. */
export const protectedElements = names('code math xmp iframe noembed noframes')

/** Elements that stand for themselves, but may hold texts: then they end the text before them. */
export const embeddedElements = names('svg object canvas audio video')

/** Elements of SVG whose content is text. */
export const svgTexts = names('text title desc foreignobject')

const lists = names('ul ol dl menu dir')
const containers = new Map<string, UnitKind>([
  ['h1', 'heading'],
  ['h2', 'heading'],
  ['h3', 'heading'],
  ['h4', 'heading'],
  ['h5', 'heading'],
  ['h6', 'heading'],
  ['li', 'list-item'],
  ['dt', 'list-item'],
  ['dd', 'list-item'],
  ['td', 'table-cell'],
  ['th', 'table-cell'],
  ['blockquote', 'quote'],
  ['figcaption', 'caption'],
  ['caption', 'caption'],
])

/** What kind of unit the text in this element is, where the element decides. */
export const kindOf = (name: string): UnitKind | undefined => containers.get(name)

/** What kind of unit the text in this element is, by what is around it. */
export function placeIn(around: { kind: UnitKind; level: number; lists: number } | undefined, name: string): { kind: UnitKind; level: number; lists: number } {
  const kind = kindOf(name)
  const depth = (around?.lists ?? 0) + (lists.has(name) ? 1 : 0)
  const level = kind === 'heading' ? Number(name[1]) : kind === 'list-item' ? Math.max(1, depth) : kind ? 0 : (around?.level ?? 0)
  return { kind: kind ?? around?.kind ?? 'paragraph', level, lists: depth }
}

const codes = new Map<string, CodeType>([
  ['b', 'strong'],
  ['strong', 'strong'],
  ['i', 'emphasis'],
  ['em', 'emphasis'],
  ['a', 'link'],
  ['code', 'code'],
  ['del', 'strikethrough'],
  ['s', 'strikethrough'],
  ['img', 'image'],
  ['br', 'break'],
  ['wbr', 'break'],
])

/** The type of the code that an inline element becomes. */
export const codeTypeOf = (name: string): CodeType => codes.get(name) ?? 'html'

/** What translators see of an inline tag: its type, and a link's target, an image's file or the element's name. */
export function codeOf(text: string, tag: Tag): { code: CodeType; label?: string } {
  const code = codeTypeOf(tag.name)
  if (code === 'html') return { code, label: tag.name }
  const name = code === 'link' ? 'href' : code === 'image' ? 'src' : null
  const attribute = name === null ? undefined : tag.attributes.find((attribute) => attribute.name === name)
  return attribute ? { code, label: text.slice(attribute.start, attribute.end) } : { code }
}
