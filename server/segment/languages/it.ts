import type { Language } from '../language.js'

export const italian: Language = {
  goesOn: `
    Sig. Sigg. Dott. Dr. Prof. Avv. Ing. Arch. Geom. Rag. On. Sen. Mons. Don. Suor. Spett. Egr. es. p.es. cfr. cit. ca. a.C. d.C. S. St. ss. seg. segg.
    op. tel. prov. min. max. vs. c.d.
  `,
  beforeNumber: `
    n. nn. art. artt. fig. figg. p. pp. pag. pagg. vol. voll. cap. capp. par. co. lett. sez. tab. all. nr. gen. feb. mar. apr. mag. giu. lug. ago. sett.
    ott. nov. dic.
  `,
  inNames: 'Inc. Ltd. S.p.A. S.r.l. Jr.',
  mayEnd: 'ecc. etc.',
  starters: `
    il lo la i gli le l un uno una questo questa questi queste quello quella quelli quelle egli ella esso essa essi esse lui lei noi voi loro io tu mio
    mia tuo tua suo sua nostro vostro chi che cosa quando dove perché come quanto quale se ma e ed o oppure dunque quindi però tuttavia inoltre infatti
    poi dopo prima mentre anche non sì nel nella nei nelle in con per da dal dalla di del della su sul sulla tra fra a al alla ogni tutti tutte alcuni
    molti oggi ieri domani qui è sono era
  `,
}
