import type { Language } from '../language.js'

export const malay: Language = {
  goesOn: 'dr. prof. Ir. En. Pn. Cik. Tn. Hj. Hjh. Dato. Dt. YB. YM. dll. dsb. cth. spt. jln. Jln. Kg. tel. hlm. sda. SM. M.',
  beforeNumber: 'no. bil. hlm. ms. rajah. jad. bab. jil. Jan. Feb. Mac. Apr. Jun. Jul. Ogos. Sept. Okt. Nov. Dis.',
  inNames: 'Sdn. Bhd. Inc.',
  mayEnd: 'dll. dsb. Bhd. p.g. ptg.',
  starters: `
    dia ia mereka saya aku kamu anda kami kita ini itu siapa apa bila di mana mengapa bagaimana jika kalau kerana walaupun tetapi namun dan atau juga
    tidak bukan semua setiap beberapa banyak sekarang kemudian lalu sana sini hari semalam esok pertama akhirnya dari ke pada untuk dengan oleh dalam
  `,
}
