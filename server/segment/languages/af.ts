import type { Language } from '../language.js'

export const afrikaans: Language = {
  goesOn: 'bv. d.w.s. m.a.w. o.a. mnr. mev. mej. dr. prof. ds. adv. St. ca. vgl. i.p.v. t.o.v. m.b.t. n.a.v. n.C. v.C. ens. afd. red. vert. tel. asb.',
  beforeNumber: 'nr. art. fig. bl. bls. p. pp. vol. hfst. par. tab. Jan. Feb. Mrt. Apr. Aug. Sept. Okt. Nov. Des.',
  inNames: 'Bpk. Edms. Inc. jr. sr.',
  mayEnd: 'ens. e.d.m. nm. vm.',
  starters: `
    die n hierdie daardie hy sy dit hulle ons ek jy julle u my jou wie wat wanneer waar hoekom hoe watter as omdat hoewel terwyl maar en of ook nie geen
    almal elke sommige baie nou dan daar hier vandag gister môre eers in op aan by met van vir deur oor onder uit na teen sonder tussen is was
  `,
}
