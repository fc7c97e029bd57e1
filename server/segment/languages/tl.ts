import type { Language } from '../language.js'

export const tagalog: Language = {
  goesOn: 'G. Gng. Bb. Dr. Dra. Prof. Engr. Atty. Hal. hal. Sto. Sta. Kgg. Gob. Pang. Sen. Rep. Gen. Kol. Brgy. Blg. e.g. i.e.',
  beforeNumber: 'blg. p. ph. pp. art. sek. tab. kab.',
  inNames: 'Inc. Corp. Co. Jr. Sr.',
  mayEnd: 'atbp. etc. n.u. n.h. a.m. p.m.',
  starters: `
    siya sila ako ikaw kami tayo kayo ito iyon iyan ang mga si sina sino ano kailan saan bakit paano kung dahil kahit ngunit pero at o rin din hindi wala
    lahat bawat ilan marami ngayon pagkatapos doon dito kahapon bukas una sa ng para mula
  `,
}
