import type { Language } from '../language.js'

export const dutch: Language = {
  goesOn: `
    dhr. mevr. mw. mej. dr. drs. prof. ir. ing. mr. bc. ds. bijv. bv. o.a. d.w.z. m.b.t. t.a.v. i.v.m. i.p.v. m.u.v. t.o.v. n.a.v. t/m. e.d. ca. vgl. St.
    incl. excl. evt. resp. m.a.w. o.m. a.d.h.v. t.g.v. z.g. zgn. zg. vlg. jl. ev. geb. overl. gem. max. min. n.Chr. v.Chr. afd. red.
  `,
  beforeNumber: 'nr. nrs. art. fig. blz. p. pp. vol. hfst. par. bijl. tab. afb. nt. lid. jan. feb. mrt. apr. jun. jul. aug. sept. okt. nov. dec.',
  inNames: 'Co. Inc. B.V. N.V. jr. sr. Gebr.',
  mayEnd: 'enz. etc. e.d. B.V. N.V. a.u.b.',
  starters: `
    de het een deze dit die dat hij zij ze wij we jij je u jullie ik mijn jouw zijn haar ons onze hun wie wat wanneer waar waarom hoe welke welk als omdat
    hoewel terwijl nadat voordat sinds tot in op aan bij met van voor door over onder uit naar tegen zonder tussen daar hier dan daarna daarom dus echter
    maar en of want ook niet geen alle beide veel sommige elke ieder nu vandaag gisteren morgen later eerst er is was volgens tijdens
  `,
}
