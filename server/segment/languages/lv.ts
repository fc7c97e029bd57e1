import type { Language } from '../language.js'

export const latvian: Language = {
  goesOn: 'piem. t.i. t.s. u.c. t.sk. dr. prof. k-gs. kdze. sk. apm. plkst. g. gs. sal. St. resp. ar.',
  beforeNumber: 'Nr. lpp. p. pp. art. att. tab. sēj. nod. plkst. janv. febr. apr. aug. sept. okt. nov. dec. st.',
  mayEnd: 'utt. u.c. u.tml. t.ml. tml.',
  starters: `
    viņš viņa viņi viņas tas tā tie tās es tu mēs jūs šis šī šie šīs kas kad kur kāpēc kā ja jo lai gan bet un vai arī ne nav visi katrs daži tagad tad
    tur šeit vispirms beidzot ir bija
  `,
  ordinals: true,
}
