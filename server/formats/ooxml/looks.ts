import type { CodeType } from '../../document/codeType.js'

/** How a run of text looks: its properties as the document spells them, `<w:rPr>…</w:rPr>`, or nothing. */
export type Look = string

const unseen = /<\w+:(?:noProof|lang|proofErr|rtl)\b[^<>]*\/>|\s(?:\w+:hint|lang|altLang|dirty|err|noProof|smtClean|bmk)="[^"]*"/g

/** Longer ones are no looks that a program writes, and are compared as they stand. */
const longest = 20_000

function keyOf(look: Look): string {
  if (look.length > longest) return look
  // What the look was before a tracked change stands at its end.
  const [now = ''] = look.split(/<\w+:rPrChange\b/, 1)
  const closed = now.length < look.length ? `${now}${look.slice(look.lastIndexOf('</'))}` : now
  const seen = closed
    .replace(unseen, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([<>]) ?/g, '$1')
  return /^<[\w:]+ ?\/>$|^<([\w:]+)><\/\1>$/.test(seen) ? '' : seen
}

/** What is found of looks: each is looked at once, however many runs have it. */
export class Looks {
  private readonly keys = new Map<Look, string>()
  private readonly known = new Map<Look, ReadonlyMap<CodeType, string>>()
  private readonly address: (id: string) => string | undefined

  /** `address` is what a relationship leads to. */
  constructor(address: (id: string) => string | undefined) {
    this.address = address
  }

  /** What of a look people see: two runs of the same key are one text. Languages, directions, marks of the spelling checker and tracked changes of the look do not count. */
  key(look: Look): string {
    let key = this.keys.get(look)
    if (key === undefined) this.keys.set(look, (key = keyOf(look)))
    return key
  }

  /** What translators see of a look that differs from that of the text around it. */
  codeOf(look: Look, around: Look): { code: CodeType; label?: string } {
    const known = this.traits(around)
    const own = [...this.traits(look)].filter(([trait]) => !known.has(trait))
    const [code, label] = own.find(([trait]) => trait !== 'style') ?? own[0] ?? (['format', ''] as const)
    if (code === 'link') return { code, label: this.address(label) ?? '' }
    return label === '' ? { code } : { code: code === 'style' ? 'format' : code, label }
  }

  /** Which of several looks needs no code, by nothing but the looks themselves, so that no translation changes it: the plainest one, then that of the paragraph's mark. */
  plainest(looks: Iterable<Look>, mark: string): Look {
    const rank = (look: Look) => ({ look, traits: this.traits(look).size, marked: this.key(look) === mark ? 0 : 1, key: this.key(look) })
    const [first] = Array.from(looks, rank).sort((a, b) => a.traits - b.traits || a.marked - b.marked || a.key.length - b.key.length || (a.key < b.key ? -1 : 1))
    return first?.look ?? ''
  }

  private traits(look: Look): ReadonlyMap<CodeType, string> {
    let traits = this.known.get(look)
    if (!traits) this.known.set(look, (traits = traitsOf(look)))
    return traits
  }
}

/** Whether a blank in this look can be told from a plain one. */
export const showsOnBlanks = (look: Look): boolean => /<\w*:?(?:u|strike|dstrike|highlight|shd|bdr)\b|\s(?:u|strike)="/.test(look)

const elements: Record<string, CodeType> = { b: 'strong', i: 'emphasis', u: 'underline', strike: 'strikethrough', dstrike: 'strikethrough', vanish: 'hidden' }
const styles: Record<string, CodeType> = { strong: 'strong', emphasis: 'emphasis', hyperlink: 'link', internetlink: 'link' }

function traitsOf(look: Look): Map<CodeType, string> {
  const found = new Map<CodeType, string>()
  if (look.length > longest) return found
  for (const [, name, attributes = ''] of look.matchAll(/<(?:\w+:)?(\w+)([^<>]*)>/g)) {
    const value = /\bval="([^"]*)"/.exec(attributes)?.[1] ?? ''
    if (name === 'rPr') for (const [trait, label] of traitsOfAttributes(attributes)) found.set(trait, label)
    else if (name === 'hlinkClick') found.set('link', /\w+:id="([^"]*)"/.exec(attributes)?.[1] ?? '')
    else if (name === 'rStyle') found.set(styles[value.toLowerCase()] ?? 'style', value)
    else if (name === 'vertAlign' && (value === 'superscript' || value === 'subscript')) found.set(value, '')
    else if (elements[name!] && !/^(?:0|false|off|none)$/.test(value)) found.set(elements[name!]!, '')
  }
  return found
}

/** DrawingML says most of a look in attributes: `<a:rPr b="1" baseline="30000"/>`. */
function* traitsOfAttributes(attributes: string): Generator<[CodeType, string]> {
  for (const [, name, value] of attributes.matchAll(/\b(b|i|u|strike|baseline)="([^"]*)"/g)) {
    if (/^(?:0|0%|false|none|noStrike)$/.test(value!)) continue
    if (name === 'baseline') yield [value!.startsWith('-') ? 'subscript' : 'superscript', '']
    else yield [elements[name!]!, '']
  }
}
