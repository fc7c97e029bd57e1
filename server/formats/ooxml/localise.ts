import type { Localisation, TextEdit } from '../format.js'
import { spellXmlValue } from '../../xml/characters.js'
import { attributesOf, xmlToken, type XmlToken } from '../../xml/tokens.js'
import { localLook, officeLocale } from './localLook.js'
import { namesOf } from './names.js'
import { attributeValues, rootName } from './parts.js'

/** The sign of direction in the properties of paragraphs, tables and sections, and what follows it there by the schema. */
const signs: Record<string, { sign: string; after: ReadonlySet<string> }> = {
  pPr: {
    sign: 'bidi',
    after: new Set(
      'adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange'.split(
        ' ',
      ),
    ),
  },
  tblPr: {
    sign: 'bidiVisual',
    after: new Set(
      'tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription tblPrChange'.split(' '),
    ),
  },
  sectPr: { sign: 'bidi', after: new Set('rtlGutter docGrid printerSettings sectPrChange'.split(' ')) },
}

/** What a part says of language and direction, as a target language needs it, and the addresses of its links. In order, disjoint. */
export function localiseOffice(text: string, localisation: Localisation): TextEdit[] {
  return new Localiser(text, localisation).edits()
}

class Localiser {
  private readonly text: string
  private readonly localisation: Localisation
  private readonly rtl: boolean
  /** Styles keep their direction: all that uses them says its own. */
  private readonly isStyles: boolean
  private readonly nameOf: (name: string) => string
  private readonly found: TextEdit[] = []

  constructor(text: string, localisation: Localisation) {
    this.text = text
    this.localisation = localisation
    this.rtl = localisation.direction === 'rtl'
    this.isStyles = rootName(text) === 'styles'
    this.nameOf = namesOf(text)
  }

  edits(): TextEdit[] {
    for (let token = xmlToken(this.text, 0); token; token = xmlToken(this.text, token.end)) {
      if (token.type !== 'start' && token.type !== 'empty') continue
      const end = this.element(token)
      if (end > token.end) token = { ...token, end }
    }
    return this.found
  }

  /** Looks at a tag; answers how far it has seen to everything. */
  private element(tag: XmlToken): number {
    const name = this.nameOf(tag.name)
    const local = name.slice(name.indexOf(':') + 1)
    if (tag.name === 'Relationship') this.address(tag)
    else if (name === 'w:rPr') return this.look(tag)
    else if (this.isStyles) return tag.end
    else if (name === 'w:r' && this.rtl && tag.type === 'start' && !this.begins(tag, 'w:rPr')) this.edit(tag.end, tag.end, localLook('', this.localisation, tag.name))
    else if (name === 'w:p' && this.rtl && tag.type === 'start' && !this.begins(tag, 'w:pPr')) this.edit(tag.end, tag.end, inside(`${tag.name}Pr`, 'bidi'))
    else if (name.startsWith('w:') && signs[local]) return this.properties(tag, signs[local])
    else this.attributes(tag, name)
    return tag.end
  }

  /** Whether the first child has this name. */
  private begins(tag: XmlToken, name: string): boolean {
    let next = xmlToken(this.text, tag.end)
    if (next?.type === 'text') next = xmlToken(this.text, next.end)
    return next !== null && this.nameOf(next.name) === name
  }

  private edit(start: number, end: number, text: string): void {
    if (this.text.slice(start, end) !== text) this.found.push({ start, end, text })
  }

  private address(tag: XmlToken): void {
    const { Target = '', TargetMode, Type = '' } = attributeValues(this.text, tag)
    if (TargetMode !== 'External' || !Type.endsWith('/hyperlink')) return
    const target = attributesOf(this.text, tag).find(({ name }) => name === 'Target')
    const address = this.localisation.link(Target)
    if (target && address !== Target) this.edit(target.start, target.end, spellXmlValue(address))
  }

  private end(tag: XmlToken): number {
    if (tag.type === 'empty') return tag.end
    let depth = 1
    for (let token = xmlToken(this.text, tag.end); token; token = xmlToken(this.text, token.end)) {
      if (token.type === 'start') depth++
      if (token.type === 'end' && --depth === 0) return token.end
    }
    return this.text.length
  }

  private look(tag: XmlToken): number {
    const end = this.end(tag)
    const { locale, direction } = this.localisation
    this.edit(tag.start, end, localLook(this.text.slice(tag.start, end), { locale, direction: this.isStyles ? null : direction }, tag.name))
    return end
  }

  /** Sets the sign of direction in properties, or takes it away, and sees to what is in them. */
  private properties(tag: XmlToken, { sign, after }: { sign: string; after: ReadonlySet<string> }): number {
    const prefix = tag.name.slice(0, tag.name.indexOf(':') + 1)
    const written = this.rtl ? `<${prefix}${sign}/>` : ''
    if (tag.type === 'empty') {
      if (this.rtl) this.edit(tag.start, tag.end, inside(tag.name, sign))
      return tag.end
    }
    let done = false
    for (let token = xmlToken(this.text, tag.end); token; token = xmlToken(this.text, token.end)) {
      if (token.type !== 'start' && token.type !== 'empty' && token.type !== 'end') continue
      const local = token.name.slice(prefix.length)
      const end = token.type === 'end' ? token.end : this.end(token)
      if (!done && local === sign) this.edit(token.start, end, written)
      else if (!done && (token.type === 'end' || after.has(local))) this.edit(token.start, token.start, written)
      if (token.type === 'end') return token.end
      done ||= local === sign || after.has(local)
      if (local === 'rPr') this.look(token)
      else if (local === 'sectPr' && signs.sectPr) this.properties(token, signs.sectPr)
      token = { ...token, end }
    }
    return this.text.length
  }

  /** What DrawingML and SpreadsheetML say in attributes. */
  private attributes(tag: XmlToken, name: string): void {
    const value = this.rtl ? '1' : '0'
    if (name === 'a:rPr' || name === 'a:endParaRPr' || name === 'a:defRPr') this.set(tag, { lang: officeLocale(this.localisation.locale) }, true)
    else if (name === 'x:sheetView') this.set(tag, { rightToLeft: value }, !this.rtl)
    else if (name === 'a:tblPr') this.set(tag, { rtl: value }, !this.rtl)
    else if (name === 'a:p' && this.rtl && tag.type === 'start' && !this.begins(tag, 'a:pPr')) this.edit(tag.end, tag.end, `<${tag.name}Pr algn="r" rtl="1"/>`)
    else if (name === 'a:pPr') {
      const { algn = 'l', rtl = '0' } = attributeValues(this.text, tag)
      const side = algn === 'l' ? 'r' : algn === 'r' ? 'l' : algn
      if (this.rtl !== (rtl === '1' || rtl === 'true')) this.set(tag, { rtl: value, algn: side }, false)
    }
  }

  /** Gives a tag these attributes; with `present`, only those that it has already. */
  private set(tag: XmlToken, values: Record<string, string>, present: boolean): void {
    const known = attributesOf(this.text, tag)
    const nameEnd = tag.start + 1 + tag.name.length
    const missing = Object.entries(values).filter(([name]) => !present && !known.some((attribute) => attribute.name === name))
    if (missing.length > 0) this.edit(nameEnd, nameEnd, missing.map(([name, value]) => ` ${name}="${value}"`).join(''))
    for (const { name, start, end } of known) if (values[name] !== undefined) this.edit(start, end, values[name])
  }
}

/** Properties that hold nothing but a sign. */
const inside = (name: string, sign: string): string => `<${name}><${name.slice(0, name.indexOf(':') + 1)}${sign}/></${name}>`
