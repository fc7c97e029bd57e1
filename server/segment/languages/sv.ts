import type { Language } from '../language.js'

export const swedish: Language = {
  goesOn: `
    t.ex. bl.a. d.v.s. dvs. m.m. m.fl. o.d. s.k. f.d. f.n. fr.o.m. t.o.m. p.g.a. pga. e.d. dr. prof. ca. jfr. resp. inkl. exkl. ev. evt. ung. tel. f.Kr.
    e.Kr. St. hr. fr. ing. kand. mag. red. utg. övers. kl. max. min. obs. ang. enl. forts. föreg. mot. vard.
  `,
  beforeNumber: 'nr. s. sid. kap. fig. tab. art. st. mom. bil. kl. jan. feb. mars. apr. aug. sept. okt. nov. dec. vol. bd.',
  inNames: 'Co. Inc. AB. jr. sr.',
  mayEnd: 'etc. osv. m.m. m.fl. mfl. mm.',
  starters: `
    den det de en ett denna detta dessa han hon vi ni jag du man min mitt din hans hennes vår er deras vem vad när var varför hur vilken vilket vilka om
    eftersom därför att medan efter före sedan innan i på av för från till med utan under över mellan vid hos enligt där här då nu så men och eller också
    inte ingen alla båda många några varje idag igår imorgon senare först är har
  `,
}
