import type { Language } from '../language.js'

export const catalan: Language = {
  goesOn: `
    Sr. Sra. Srs. Sres. Dr. Dra. Prof. Il·lm. Il·lma. Excm. Excma. Hble. Mn. St. Sta. p.ex. ex. cf. aC. dC. aprox. ca. av. pl. ctra. tel. núm. màx. mín.
    vs. S.A. S.L. ed. trad. angl. fr. cast. ll.
  `,
  beforeNumber: 'núm. n. art. arts. fig. p. pp. pàg. pàgs. vol. cap. par. ap. sec. gen. febr. abr. jul. ag. set. oct. nov. des.',
  inNames: 'Cia. Inc. Jr.',
  mayEnd: 'etc. S.A. S.L.',
  starters: `
    el la els les l en na un una uns unes aquest aquesta aquests aquestes aquell aquella ell ella ells elles jo tu vostè nosaltres vosaltres qui què quan
    on per com quant quin quina si però i o ni sinó també a més després llavors així no sí avui ahir demà aquí allà tot tots cada alguns molts de del al
    amb sense sobre entre segons durant és són era hi ha
  `,
}
