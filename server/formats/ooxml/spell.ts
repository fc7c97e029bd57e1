import type { Block } from '../../document/block.js'
import { plainText } from '../../document/codes.js'
import type { Code } from '../../document/unit.js'
import { spellings } from '../codeText.js'
import { sayableXml, spellXml, spellXmlValue } from '../../xml/characters.js'
import type { Format, Localisation } from '../format.js'
import { localLook, officeLocale } from './localLook.js'

/**
 * What spelling must know of a slot in runs: whether it begins and ends inside of a text element, or between runs; and the run that its words are in.
 * Of a value: `attribute`; of words without runs, `plain`.
 */
export function contextOfSlot({ pieces, context }: Block, text: string): string {
  if (context === 'attribute') return context
  const tag = context.slice(context.indexOf('<') + 1, context.indexOf('>'))
  const end = `</${context.startsWith('plain') ? tag : textTag(tag)}>`
  const within = (at: number) => {
    const next = afterSpace(text, at)
    return text[next] !== '<' || text.startsWith('<![CDATA[', next) || text.startsWith(end, next)
  }
  const [first, last] = [pieces[0]!, pieces.at(-1)!]
  const from = first.type === 'text' ? text[first.start] !== '<' || within(first.start) : text.startsWith(end, first.start)
  const to = (last.type === 'text' && text[last.end - 1] !== '>') || within(last.end)
  return `${from ? 'in' : 'out'} ${to ? 'in' : 'out'} ${context}`
}

function afterSpace(text: string, at: number): number {
  let next = at
  while (isBlank(text[next])) next++
  return next
}

/** A translation as runs: every stretch of words in a text element of its own that keeps blanks. */
export function spellRuns(target: string, { codes, context, localisation }: Parameters<Format['spell']>[1]): string {
  const sayable = sayableXml(target)
  if (context === 'attribute') return spellXmlValue(plainText(sayable)).replace(/^ | $/g, reference)
  const [from, to, vocabulary] = context.split(' ', 3)
  if (vocabulary === 'plain') return spellPlain(plainText(sayable), context.slice(context.indexOf('<') + 1, -1), from === 'out', to === 'out')
  return new RunSpeller(vocabulary!, context.slice(context.indexOf('<')), from === 'in', to === 'in', localisation).spell(sayable, codes)
}

const textTag = (run: string): string => `${run.slice(0, -1)}t`
const isBlank = (character: string | undefined): boolean => character === ' ' || character === '\t' || character === '\n'
const reference = (character: string): string => `&#${character.charCodeAt(0)};`

/** Words whose blanks at the ends of the slot are spelled so that they are no layout. */
function spellEdges(words: string, start: boolean, end: boolean): string {
  let spelled = spellXml(words)
  if (start && isBlank(spelled[0])) spelled = reference(spelled[0]!) + spelled.slice(1)
  if (end && isBlank(spelled.at(-1))) spelled = spelled.slice(0, -1) + reference(spelled.at(-1)!)
  return spelled
}

/** Words without runs, with the tags of their text element where the slot has them. */
function spellPlain(words: string, name: string, opens: boolean, closes: boolean): string {
  const keep = isBlank(words[0]) || isBlank(words.at(-1)) ? ' xml:space="preserve"' : ''
  return `${opens ? `<${name}${keep}>` : ''}${spellEdges(words, true, true)}${closes ? `</${name}>` : ''}`
}

class RunSpeller {
  private readonly vocabulary: string
  private readonly run: string
  private readonly words: string
  private readonly base: string
  private readonly looks: string[]
  private out = ''
  /** The look of the text element that is open here. */
  private inside: string | null
  /** Whether the document itself opened it, perhaps as one that keeps no blanks at its ends. */
  private foreign: boolean
  private readonly endsInside: boolean
  private readonly localisation: Localisation | undefined

  constructor(vocabulary: string, base: string, startsInside: boolean, endsInside: boolean, localisation: Localisation | undefined) {
    this.vocabulary = vocabulary
    this.localisation = localisation
    this.run = base.slice(1, base.indexOf('>'))
    this.words = textTag(this.run)
    this.base = this.local(base.slice(base.indexOf('>') + 1))
    this.looks = [this.base]
    this.inside = startsInside ? this.base : null
    this.foreign = startsInside
    this.endsInside = endsInside
  }

  spell(target: string, codes: readonly Code[]): string {
    const runs = spellings(target, codes)
    let plain = false
    runs.forEach((run, at) => {
      if (run.type === 'text') {
        if (plain) this.out += spellXmlValue(run.text)
        else this.say(run.text, at === 0, at === runs.length - 1)
      } else if (run.type === 'single') this.put(run.raw)
      else if (run.code.plain) {
        if (run.type === 'open') this.put(run.raw)
        else this.out += run.raw
        plain = run.type === 'open'
      } else if (run.type === 'open') {
        const at = run.raw.lastIndexOf(`<${this.run}>`)
        this.put(run.raw.slice(0, at))
        this.looks.push(this.local(run.raw.slice(at + this.run.length + 2)))
      } else {
        if (run.raw !== `</${this.run}>`) this.put(run.raw)
        this.looks.pop()
      }
    })
    if (this.endsInside) this.enter(this.base)
    else this.leave()
    return this.out
  }

  /** A look in the language of the translation. */
  private local(look: string): string {
    if (!this.localisation) return look
    if (this.vocabulary === 'w') return localLook(look, this.localisation, this.run)
    return look.replace(/^(<[\w.-]+:rPr\b[^>]*?\slang=")[^"]*/, `$1${officeLocale(this.localisation.locale)}`)
  }

  private say(text: string, first: boolean, last: boolean): void {
    const look = this.looks.at(-1)!
    if (this.foreign && isBlank(text[0])) this.leave()
    this.enter(look)
    let end = text.length
    while (this.foreign && isBlank(text[end - 1])) end--
    this.out += this.hyphens(spellEdges(text.slice(0, end), first, last && end === text.length))
    if (end === text.length) return
    this.leave()
    this.enter(look)
    this.out += spellEdges(text.slice(end), false, last)
  }

  /** Markup that stands between runs. */
  private put(markup: string): void {
    if (markup === '') return
    this.leave()
    this.out += markup
  }

  private enter(look: string): void {
    if (this.inside === look) return
    this.leave()
    this.out += `<${this.run}>${look}<${this.words}${this.keepBlanks}>`
    this.inside = look
  }

  private leave(): void {
    if (this.inside !== null) this.out += `</${this.words}></${this.run}>`
    this.inside = null
    this.foreign = false
  }

  /** DrawingML keeps all blanks, and knows no attribute that says so. */
  private get keepBlanks(): string {
    return this.vocabulary === 'a' ? '' : ' xml:space="preserve"'
  }

  /** WordprocessingML has elements for two hyphens; Word shows their characters otherwise. */
  private hyphens(spelled: string): string {
    if (this.vocabulary !== 'w') return spelled
    const prefix = this.words.slice(0, -1)
    return spelled.replace(
      /[\u00ad\u2011]/g,
      (character) => `</${this.words}><${prefix}${character === '\u00ad' ? 'softHyphen' : 'noBreakHyphen'}/><${this.words}${this.keepBlanks}>`,
    )
  }
}
