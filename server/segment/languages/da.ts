import type { Language } from '../language.js'

export const danish: Language = {
  goesOn: `
    Skt. St. f.eks. bl.a. d.v.s. dvs. o.lign. o.l. hr. fr. dr. prof. ca. jf. jfr. pga. p.g.a. mht. ift. inkl. ekskl. evt. f.Kr. e.Kr. kgl. kl. tlf. vedr.
    vha. mv. mfl. m.fl. cand. stud. mag. ing. adm. dir. red. udg. overs. gl. ndr. sdr. sml. mr. mrs. ms. gens. maks. min. pct. tidl. f.v.t. e.v.t.
  `,
  beforeNumber: 'nr. s. kap. art. stk. fig. tab. bd. bind. pkt. lit. kl. p. jan. feb. mar. apr. aug. sept. okt. nov. dec. n°.',
  inNames: 'co. inc. A/S. ApS. jr. jun. sen.',
  mayEnd: 'etc. osv. mm. m.m. a.m. p.m. o.s.v.',
  starters: `
    den det de en et denne dette disse han hun vi I jeg du man min mit din hans hendes vores deres jeres hvem hvad hvornår hvor hvorfor hvordan hvilken
    hvilket hvis fordi mens efter før siden i på af for fra til med uden under over mellem ved hos ifølge der her da nu så men og eller også ikke ingen
    alle begge mange nogle hver dag går morgen senere først er var har it that this these those he she they we you how what there
  `,
  ordinals: true,
}
