import type { Language } from '../language.js'
import { afrikaans } from './af.js'
import { amharic } from './am.js'
import { arabic } from './ar.js'
import { azerbaijani } from './az.js'
import { belarusian } from './be.js'
import { bulgarian } from './bg.js'
import { bengali } from './bn.js'
import { tibetan } from './bo.js'
import { catalan } from './ca.js'
import { czech } from './cs.js'
import { welsh } from './cy.js'
import { danish } from './da.js'
import { german } from './de.js'
import { dzongkha } from './dz.js'
import { greek } from './el.js'
import { english } from './en.js'
import { esperanto } from './eo.js'
import { spanish } from './es.js'
import { estonian } from './et.js'
import { basque } from './eu.js'
import { persian } from './fa.js'
import { finnish } from './fi.js'
import { french } from './fr.js'
import { irish } from './ga.js'
import { galician } from './gl.js'
import { gujarati } from './gu.js'
import { hebrew } from './he.js'
import { hindi } from './hi.js'
import { croatian } from './hr.js'
import { hungarian } from './hu.js'
import { armenian } from './hy.js'
import { indonesian } from './id.js'
import { icelandic } from './is.js'
import { italian } from './it.js'
import { japanese } from './ja.js'
import { georgian } from './ka.js'
import { kazakh } from './kk.js'
import { khmer } from './km.js'
import { kannada } from './kn.js'
import { lao } from './lo.js'
import { lithuanian } from './lt.js'
import { latvian } from './lv.js'
import { macedonian } from './mk.js'
import { malayalam } from './ml.js'
import { marathi } from './mr.js'
import { malay } from './ms.js'
import { maltese } from './mt.js'
import { norwegian } from './nb.js'
import { nepali } from './ne.js'
import { dutch } from './nl.js'
import { punjabi } from './pa.js'
import { polish } from './pl.js'
import { portuguese } from './pt.js'
import { romanian } from './ro.js'
import { russian } from './ru.js'
import { slovak } from './sk.js'
import { slovenian } from './sl.js'
import { albanian } from './sq.js'
import { serbian } from './sr.js'
import { swedish } from './sv.js'
import { swahili } from './sw.js'
import { tamil } from './ta.js'
import { telugu } from './te.js'
import { thai } from './th.js'
import { tigrinya } from './ti.js'
import { tagalog } from './tl.js'
import { turkish } from './tr.js'
import { ukrainian } from './uk.js'
import { urdu } from './ur.js'
import { vietnamese } from './vi.js'

/** What is written of a language here, by its BCP 47 tag; a language that is not here is cut by the marks that end sentences in its script. */
export const languages: Readonly<Record<string, Language>> = {
  af: afrikaans,
  am: amharic,
  ar: arabic,
  ary: arabic,
  arz: arabic,
  az: azerbaijani,
  be: belarusian,
  bg: bulgarian,
  bn: bengali,
  bo: tibetan,
  bs: croatian,
  ca: catalan,
  cs: czech,
  cy: welsh,
  da: danish,
  de: german,
  dz: dzongkha,
  el: greek,
  en: english,
  eo: esperanto,
  es: spanish,
  et: estonian,
  eu: basque,
  fa: persian,
  fi: finnish,
  fil: tagalog,
  fr: french,
  ga: irish,
  gl: galician,
  gu: gujarati,
  he: hebrew,
  hi: hindi,
  hr: croatian,
  hu: hungarian,
  hy: armenian,
  id: indonesian,
  is: icelandic,
  it: italian,
  ja: japanese,
  ka: georgian,
  kk: kazakh,
  km: khmer,
  kn: kannada,
  lo: lao,
  lt: lithuanian,
  lv: latvian,
  mk: macedonian,
  ml: malayalam,
  mr: marathi,
  ms: malay,
  mt: maltese,
  nb: norwegian,
  ne: nepali,
  nl: dutch,
  nn: norwegian,
  no: norwegian,
  pa: punjabi,
  pl: polish,
  pt: portuguese,
  ro: romanian,
  ru: russian,
  sh: croatian,
  sk: slovak,
  sl: slovenian,
  sq: albanian,
  sr: serbian,
  sv: swedish,
  sw: swahili,
  ta: tamil,
  te: telugu,
  th: thai,
  ti: tigrinya,
  tl: tagalog,
  tr: turkish,
  uk: ukrainian,
  ur: urdu,
  vi: vietnamese,
}
