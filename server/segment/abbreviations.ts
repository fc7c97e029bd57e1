/**
 * Words before a full stop that do not end a sentence, in lower case, by language. `never`: whatever follows; `beforeNumber`: where a number follows.
 * Kept short on purpose: those that the texts of an organisation are full of.
 */
const never: Record<string, string> = {
  en: 'mt mr mrs ms dr prof rev hon sr jr st gen col maj capt lt sgt sen rep gov pres messrs mme vs e.g i.e cf viz approx incl ca al ph.d',
  de: 'z.b d.h u.a o.ä u.ä i.d.r z.t s.o s.u bzw ca dr prof hr fr st vgl evtl ggf inkl exkl sog geb gest ing dipl mag usf abs allg bes insb mind max min',
  fr: 'm mm mme mlle dr pr me cf p.ex c.-à-d env av st ste',
  es: 'sr sra sres srta dr dra d dña prof ud uds p.ej ee.uu lic ing arq excmo ilmo gral',
  it: 'sig sigg sig.ra dott dott.ssa prof avv ing ecc.mo es p.es cfr on',
  pt: 'sr sra srs dr dra prof profa exmo ilmo p.ex av eng cf',
  nl: 'dhr mevr dr prof ir ing mr drs bijv o.a d.w.z m.b.t t.a.v i.v.m ca vgl st',
  sv: 't.ex bl.a d.v.s m.m o.d s.k f.d dr prof ca jfr',
  da: 'skt st f.eks bl.a d.v.s dvs o.lign hr fr dr prof ca jf',
  nb: 'f.eks bl.a dvs o.l hr fr dr prof ca jf',
  pl: 'np tzn tj m.in prof dr mgr inż ul św ok itp',
  cs: 'např tj tzv mj apod dr prof ing mgr sv ul',
  ru: 'т.е т.к т.н др г ул им проф акад см',
  uk: 'т.зв див проф акад вул ім',
  tr: 'dr prof doç av sn bkz örn vb',
}

const beforeNumber: Record<string, string> = {
  en: 'no nos art arts sec secs fig figs p pp vol ch para paras app ed eq jan feb mar apr jun jul aug sep sept oct nov dec',
  de: 'nr art abb s bd kap ziff jan feb apr aug sept okt nov dez',
  fr: 'n no art fig p pp vol chap al',
  es: 'n núm no art arts fig p pág págs vol cap párr',
  it: 'n nn art artt fig p pp pag vol cap',
  pt: 'n nº art arts fig p pág págs vol cap',
  nl: 'nr art fig p blz vol',
  ru: 'п пп ст рис с т гл',
}

const sets = new Map<string, { never: ReadonlySet<string>; beforeNumber: ReadonlySet<string> }>()

/** The lists of a language, with the English ones for titles that all borrow; English ones alone where it has none. */
export function abbreviationsOf(locale: string): { never: ReadonlySet<string>; beforeNumber: ReadonlySet<string> } {
  const language = locale.split('-')[0]!.toLowerCase()
  let found = sets.get(language)
  if (!found) {
    const words = (lists: Record<string, string>) => new Set((lists[language] ?? lists.en!).split(' '))
    found = { never: words(never), beforeNumber: words(beforeNumber) }
    sets.set(language, found)
  }
  return found
}

/** Languages that write ordinals as a number and a full stop: `am 3. Mai`. */
export const ordinalLanguages: ReadonlySet<string> = new Set(['de', 'da', 'nb', 'nn', 'no', 'fi', 'et', 'lv', 'cs', 'sk', 'sl', 'hr', 'sr', 'bs', 'hu', 'pl', 'is', 'tr'])
