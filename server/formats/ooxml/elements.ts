import type { CodeType } from '../../document/codeType.js'

/** The vocabularies of Office Open XML that have paragraphs of runs: of documents, of drawings, of sheets. */
export type Vocabulary = 'w' | 'a' | 'x'

const paragraphs: Record<string, Vocabulary> = { 'w:p': 'w', 'a:p': 'a', 'x:si': 'x', 'x:is': 'x', 'x:text': 'x' }
export const vocabularyOf = (name: string): Vocabulary | undefined => paragraphs[name]

/** Elements that hold runs and stand around them, with the type of their code. */
export const wrappers: Record<string, CodeType> = {
  'w:hyperlink': 'link',
  'w:ins': 'insertion',
  'w:moveTo': 'insertion',
  'w:smartTag': 'tag',
  'w:customXml': 'tag',
  'w:dir': 'direction',
  'w:bdo': 'direction',
}

/** What stands between runs and says nothing at all: it goes when the text is translated. */
export const noise = new Set(['w:proofErr', 'w:permStart', 'w:permEnd', 'w:lastRenderedPageBreak', 'a:endParaRPr', 'x:rPh', 'x:phoneticPr'])

interface AtomKind {
  code: CodeType
  loose?: true
  character?: string
}

/** What stands between runs or in them as one code. At an edge of the paragraph, `loose` ones are no part of the text. */
export const atoms: Record<string, AtomKind> = {
  'w:del': { code: 'deletion', loose: true },
  'w:moveFrom': { code: 'deletion', loose: true },
  'w:bookmarkStart': { code: 'bookmark', loose: true },
  'w:bookmarkEnd': { code: 'bookmark', loose: true },
  'w:commentRangeStart': { code: 'comment', loose: true },
  'w:commentRangeEnd': { code: 'comment', loose: true },
  'w:commentReference': { code: 'comment', loose: true },
  'w:fldSimple': { code: 'field' },
  'w:sdt': { code: 'field' },
  'w:tab': { code: 'tab', loose: true },
  'w:ptab': { code: 'tab', loose: true },
  'w:br': { code: 'break' },
  'w:cr': { code: 'break' },
  'w:noBreakHyphen': { code: 'symbol', character: '\u2011' },
  'w:softHyphen': { code: 'symbol', character: '\u00ad' },
  'w:sym': { code: 'symbol' },
  'w:pgNum': { code: 'field' },
  'w:footnoteReference': { code: 'footnote' },
  'w:endnoteReference': { code: 'footnote' },
  'w:ruby': { code: 'ruby' },
  'm:oMath': { code: 'formula' },
  'm:oMathPara': { code: 'formula' },
  'a:br': { code: 'break' },
  'a:fld': { code: 'field' },
}

/** Anything else: a mark of the program. */
export const otherAtom: AtomKind = { code: 'mark', loose: true }

/** What may hold pictures, and text boxes with paragraphs of their own. */
export const graphics = new Set(['w:drawing', 'w:pict', 'w:object', 'mc:AlternateContent'])

/** Attributes that say for people who do not see it what is there, by the local names of those elements. */
export const alternatives: Record<string, readonly string[]> = {
  'wp:docPr': ['descr', 'title'],
  'p:cNvPr': ['descr', 'title'],
  'xdr:cNvPr': ['descr', 'title'],
  'w:tblCaption': ['val'],
  'w:tblDescription': ['val'],
  'v:shape': ['alt'],
  'v:rect': ['alt'],
}

/** Elements that are passed over wherever they stand. */
export const skipped = new Set(['w:sectPr', 'w:sdtPr', 'w:sdtEndPr', 'w:del', 'w:moveFrom', 'a:lstStyle', 'p:extLst', 'a:extLst'])
