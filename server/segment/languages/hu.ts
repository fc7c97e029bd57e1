import type { Language } from '../language.js'

export const hungarian: Language = {
  goesOn: `
    pl. ill. kb. dr. prof. ifj. id. özv. Szt. ún. stb. vö. ld. lásd. i.e. i.sz. Kr.e. Kr.u. u.i. ui. tkp. ford. szerk. kiad. Bp. u. út. krt. tel. max.
    min. ang. ném. fr. lat. gr. eng. hon. ált. mérn. oszt. igazg.
  `,
  beforeNumber: 'sz. o. old. köt. fej. bek. par. ábr. tábl. évf. sor. jan. febr. márc. ápr. máj. jún. júl. aug. szept. okt. nov. dec.',
  inNames: 'Kft. Rt. Bt. Inc. Co. Zrt. Nyrt.',
  mayEnd: 'stb. sk. Kft. Rt. Bt. Zrt. Nyrt.',
  starters: `
    ő ők én te mi ti ez az ezek azok aki ami ki mit mikor hol miért hogyan milyen melyik ha mert bár de és vagy tehát ezért azonban is nem senki minden
    mindenki néhány sok most aztán ott itt ma tegnap holnap először végül a egy van volt
  `,
  ordinals: true,
}
