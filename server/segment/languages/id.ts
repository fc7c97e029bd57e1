import type { Language } from '../language.js'

export const indonesian: Language = {
  goesOn: `
    dr. Dr. prof. Ir. Drs. Dra. Hj. H. Tn. Ny. Nn. Sdr. Sdri. Bpk. Yth. a.n. u.p. d.a. dll. dsb. dkk. mis. spt. yg. ttg. jl. Jln. Gg. Kec. Kab. Kel. tlp.
    telp. hlm. sda. SM. S.H. S.E. M.Sc. M.A. M.M. S.Pd. S.T.
  `,
  beforeNumber: 'no. nom. hlm. hal. ps. pasal. gbr. tbl. bab. vol. jil. tgl. Jan. Feb. Mar. Apr. Jun. Jul. Agt. Sep. Okt. Nov. Des.',
  inNames: 'Tbk. PT. CV. Inc. jr.',
  mayEnd: 'dll. dsb. dst. dkk. Tbk.',
  starters: `
    dia ia mereka saya aku kamu anda kami kita ini itu siapa apa kapan di mana mengapa kenapa bagaimana jika kalau karena meskipun tetapi namun dan atau
    juga tidak bukan semua setiap beberapa banyak sekarang kemudian lalu sana sini hari kemarin besok pertama akhirnya dari ke pada untuk dengan oleh
    dalam
  `,
}
