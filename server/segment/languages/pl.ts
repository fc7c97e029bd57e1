import type { Language } from '../language.js'

export const polish: Language = {
  goesOn: `
    np. tzn. tj. tzw. m.in. prof. dr. mgr. inż. hab. lek. red. ul. al. pl. os. św. ok. ww. wg. im. in. dot. ds. gen. płk. kpt. por. ks. bp. abp. o. p. pp.
    Sz. szt. ang. niem. franc. łac. ros. pol. wł. hiszp. godz. min. sek. tys. mln. mld. maks. ew. ewent. zob. przyp. tłum. wyd. zm. ur. n.e. p.n.e. r. w.
    m.st. woj. pow. gm. tel. spół. zw. jw. b. d. cd. cdn. adw. dyr. kier. zast. wiceprez. proc. pkt. poz.
  `,
  beforeNumber: 'nr. art. ust. pkt. s. str. t. rozdz. rys. tab. par. poz. lit. z. cz. zał. Dz. U. sygn. godz. r. w. lp.',
  inNames: 'Inc. Co. Sp. o.o. S.A. jr. sen.',
  mayEnd: 'itd. itp. etc. r. w. zł. godz. tys. mln.',
  starters: `
    on ona ono oni one ja ty my wy ten ta to ci te tamten tamta kto co kiedy gdzie dlaczego jak jaki jaka jakie który która które jeśli jeżeli gdy
    ponieważ chociaż ale i a lub albo oraz więc zatem jednak także również nie nikt wszyscy każdy niektórzy wiele teraz potem następnie tam tutaj tu
    dzisiaj dziś wczoraj jutro najpierw wreszcie w we na z ze do od po przez przy dla o u nad pod przed między według podczas jest są był była było
  `,
  ordinals: true,
}
