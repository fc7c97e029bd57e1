import { Refusal } from '../../errors.js'
import { decodeXml } from '../../xml/characters.js'
import { attributesOf, xmlToken, type XmlToken } from '../../xml/tokens.js'
import { translateExpression } from './expression.js'
import { ExpressionError } from './expressionError.js'

/** A rule of an SRX file, its expressions translated to JavaScript. */
export interface SrxRule {
  breaks: boolean
  before: string
  after: string
}

/** What an SRX file says. */
export interface SrxFile {
  /** Whether the rules of all maps that fit a language count, in order, or those of the first alone. */
  cascade: boolean
  maps: { language: RegExp; rules: readonly SrxRule[] }[]
  /** Whether a code that stands alone at a break goes with the text before it. */
  isolatedBefore: boolean
  /** Extensions of Okapi: such a code counts as a space; the platform's own sentences follow the rules; what this matches is a segment. */
  isolatedAsSpace: boolean
  platformBreaks: boolean
  whole: string | null
}

const versions = new Set(['1.0', '2.0'])
/** Far more than the largest that are in use. */
const longest = 4_000_000

/**
 * Reads SRX 2.0 or 1.0: https://www.gala-global.org/srx-20-april-7-2008. Refuses `srx-invalid` with the line and what is wrong there; an expression that has no equal
 * here is refused with its rule. No entity is expanded.
 */
export function readSrx(text: string): SrxFile {
  return new SrxReader(text).read()
}

class SrxReader {
  readonly text: string
  readonly file: SrxFile = { cascade: false, maps: [], isolatedBefore: false, isolatedAsSpace: false, platformBreaks: false, whole: null }
  readonly open: string[] = []
  readonly ruleSets = new Map<string, SrxRule[]>()
  readonly wanted: { language: RegExp; name: string; at: number }[] = []
  ruleSet: SrxRule[] = []
  ruleSetName = ''
  rule: SrxRule = { breaks: true, before: '', after: '' }
  content = ''

  constructor(text: string) {
    this.text = text
  }

  read(): SrxFile {
    if (this.text.length > longest) throw this.refusal(0, 'tooLarge')
    let last = 0
    let seen = false
    for (let token = xmlToken(this.text, this.text.startsWith('\ufeff') ? 1 : 0); token; token = xmlToken(this.text, token.end)) {
      last = token.start
      if (token.type === 'broken') throw this.refusal(token.start, 'xml')
      if (token.type === 'text' || token.type === 'cdata') this.takeText(token)
      else if (token.type === 'end') this.close(token)
      else if (token.type === 'start' || token.type === 'empty') {
        const name = localName(token.name)
        if (this.open.length === 0 && (seen || name !== 'srx')) throw this.refusal(token.start, 'root')
        seen = true
        this.begin(name, token)
        this.open.push(token.name)
        if (token.type === 'empty') this.close(token)
      }
    }
    if (this.open.length > 0 || !seen) throw this.refusal(last, seen ? 'xml' : 'root')
    if (this.wanted.length === 0) throw this.refusal(last, 'maps')
    for (const { language, name, at } of this.wanted) {
      const rules = this.ruleSets.get(name)
      if (!rules) throw this.refusal(at, 'ruleSet', { name })
      this.file.maps.push({ language, rules })
    }
    return this.file
  }

  takeText({ type, start, end }: XmlToken): void {
    const raw = type === 'cdata' ? this.text.slice(start + 9, end - 3) : this.text.slice(start, end)
    if (this.open.length === 0 && raw.trim() !== '') throw this.refusal(start, 'root')
    if (!expressions.has(localName(this.open.at(-1) ?? ''))) return
    const said = type === 'cdata' ? raw : decodeXml(raw)
    const unknown = type === 'text' && /&[^\s&;]{1,40};/.exec(raw.replace(/&(?:#\d+|#x[\da-f]+|lt|gt|amp|quot|apos);/gi, ''))
    if (unknown) throw this.refusal(start, 'entity', { name: unknown[0] })
    this.content += said
  }

  begin(name: string, token: XmlToken): void {
    const attributes = new Map(attributesOf(this.text, token).map(({ name, start, end }) => [name, decodeXml(this.text.slice(start, end))]))
    const yes = (attribute: string, otherwise: boolean) => (attributes.has(attribute) ? attributes.get(attribute) === 'yes' : otherwise)
    const { file } = this
    if (name === 'srx' && !versions.has(attributes.get('version') ?? '')) throw this.refusal(token.start, 'version')
    if (name === 'header') file.cascade = yes('cascade', false)
    if (name === 'formathandle' && attributes.get('type') === 'isolated') file.isolatedBefore = yes('include', false)
    if (name === 'options') {
      file.isolatedAsSpace = yes('treatIsolatedCodesAsWhitespace', false)
      file.platformBreaks = yes('useIcu4jBreakRules', false)
    }
    if (name === 'languagerule') {
      this.ruleSetName = attributes.get('languagerulename') ?? ''
      this.ruleSets.set(this.ruleSetName, (this.ruleSet = []))
    }
    if (name === 'rule') this.rule = { breaks: yes('break', true), before: '', after: '' }
    if (name === 'languagemap') {
      const language = new RegExp(`^(?:${this.translated(attributes.get('languagepattern') ?? '', token.start)})$`, 'v')
      this.wanted.push({ language, name: attributes.get('languagerulename') ?? '', at: token.start })
    }
    if (expressions.has(name)) this.content = ''
  }

  close(token: XmlToken): void {
    const opened = this.open.pop()
    if (opened !== token.name) throw this.refusal(token.start, 'xml')
    const name = localName(token.name)
    if (name === 'beforebreak') this.rule.before = this.translated(this.content, token.start)
    if (name === 'afterbreak') this.rule.after = this.translated(this.content, token.start)
    if (name === 'rangeRule' && this.content.trim() !== '') this.file.whole = this.translated(this.content, token.start)
    if (name === 'rule') this.ruleSet.push(this.rule)
  }

  translated(expression: string, at: number): string {
    try {
      return translateExpression(expression)
    } catch (error) {
      if (!(error instanceof ExpressionError)) throw error
      const rule = `${this.ruleSetName}: ${expression.slice(0, 200)}`
      throw this.refusal(at, error.problem, { rule, name: error.feature })
    }
  }

  refusal(at: number, problem: string, details: { rule?: string; name?: string } = {}): Refusal {
    return new Refusal('srx-invalid', { line: this.text.slice(0, at).split(/\r\n|[\r\n]/).length, problem, file: '', rule: details.rule ?? '', name: details.name ?? '' })
  }
}

const expressions = new Set(['beforebreak', 'afterbreak', 'rangeRule'])
const localName = (name: string): string => name.slice(name.indexOf(':') + 1)
