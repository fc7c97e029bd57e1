import type { Language } from '../language.js'

export const finnish: Language = {
  goesOn: `
    esim. ts. mm. ym. yms. ks. vrt. n. noin. eKr. jKr. ed. emt. hra. rva. nti. tri. prof. toht. fil. maist. dipl. ins. lehd. os. puh. synt. k. ent. eli.
    engl. ruots. saks. lat. kirj. p. srk. St.
  `,
  beforeNumber: 'nro. s. ss. kpl. kuva. luku. art. taul. klo. v. vv. t.',
  inNames: 'Oy. Inc. Co. Ltd.',
  mayEnd: 'jne. ym. yms. jms. etc.',
  starters: `
    hän he se ne minä sinä me te tämä tuo nämä nuo joka mikä kuka mitä missä milloin miksi miten kun jos koska vaikka kunnes mutta ja tai vaan sekä myös
    ei eivät en kaikki jokainen moni nyt sitten siellä täällä siksi kuitenkin lisäksi ensin lopuksi on oli ovat olivat
  `,
  ordinals: true,
}
