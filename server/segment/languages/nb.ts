import type { Language } from '../language.js'

export const norwegian: Language = {
  goesOn: `
    f.eks. bl.a. dvs. d.v.s. o.l. hr. fr. dr. prof. ca. jf. jfr. pga. p.g.a. mht. ift. inkl. ekskl. evt. f.Kr. e.Kr. kgl. tlf. vedr. St. cand. stud. mag.
    ing. adm. dir. red. utg. overs. maks. min. pst. tidl. m.a. m.o.t. frk. s.k. t.d.
  `,
  beforeNumber: 'nr. s. kap. art. fig. tab. bd. pkt. kl. ledd. bokst. jan. feb. mar. apr. aug. sept. okt. nov. des.',
  inNames: 'Co. Inc. AS. jr. sr.',
  mayEnd: 'etc. osv. mm. m.m. mv. m.v. m.fl.',
  starters: `
    den det de en et ei denne dette disse han hun vi dere jeg du man min mitt din hans hennes vår deres hvem hva når hvor hvorfor hvordan hvilken hvilket
    hvis fordi mens etter før siden i på av for fra til med uten under over mellom ved hos ifølge der her da nå så men og eller også ikke ingen alle begge
    mange noen hver senere først er var har eg ho dei kven kva korleis
  `,
  ordinals: true,
}
