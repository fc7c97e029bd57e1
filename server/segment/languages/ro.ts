import type { Language } from '../language.js'

export const romanian: Language = {
  goesOn: `
    dl. dna. d-l. d-na. dra. d-ra. dr. prof. conf. ing. arh. av. ec. lect. asist. acad. gen. col. mr. cpt. lt. Sf. str. bd. bdul. ap. bl. sc. et. jud.
    mun. tel. ex. cf. v. vs. aprox. cca. î.Hr. d.Hr. î.e.n. e.n. red. trad. ed. vol. engl. fr. germ. lat. max. min. nr. resp. incl. excl.
  `,
  beforeNumber: 'nr. art. alin. lit. pct. p. pag. pg. fig. tab. cap. vol. sec. ian. feb. mart. apr. iun. iul. aug. sept. oct. nov. dec.',
  inNames: 'Inc. Co. Ltd. S.A. S.R.L. jr.',
  mayEnd: 'etc. ș.a. ş.a. ș.a.m.d. S.A. S.R.L.',
  starters: `
    el ea ei ele eu tu noi voi acest această aceste acești acel acea un o cine ce când unde cum cât care dacă deși pentru dar și sau însă deci astfel
    totuși de asemenea nu nimeni toți fiecare unii mulți acum apoi acolo aici azi astăzi ieri mâine întâi în din la cu fără pe prin după înainte între
    despre este sunt era a
  `,
}
