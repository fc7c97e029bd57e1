import type { Language } from '../language.js'

export const estonian: Language = {
  goesOn: 'nt. s.t. st. s.o. jne. vt. vrd. dr. prof. hr. pr. prl. mag. ins. lk. nn. u. umb. sh. sj. eKr. pKr. e.m.a. m.a.j. k.a. s.a. t.a. toim. tel. a. tn.',
  beforeNumber: 'nr. lk. lg. art. ptk. joon. tab. p. kd. jaan. veebr. aug. sept. okt. nov. dets.',
  inNames: 'AS. OÜ. Inc. Co.',
  mayEnd: 'jne. jms. jpt. jm. etc.',
  starters: `
    ta tema nad nemad see need mina ma sina sa me meie te teie kes mis kus millal miks kuidas kui sest kuigi aga ja või ka ei kõik iga mõni nüüd siis seal
    siin seejärel esiteks lõpuks on oli olid
  `,
  ordinals: true,
}
