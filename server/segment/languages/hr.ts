import type { Language } from '../language.js'

export const croatian: Language = {
  goesOn: `
    npr. tj. tzv. odn. dr. prof. doc. mr. ing. dipl. oec. iur. g. gđa. gđica. sv. ul. trg. gl. v. usp. op. ur. red. pr.Kr. po.Kr. pr.n.e. n.e. st. stolj.
    min. maks. tis. mil. mlrd. gen. puk. engl. njem. franc. lat. tal. ca. rođ. umr. tel. primj. str.
  `,
  beforeNumber: 'br. čl. st. str. sl. tab. pogl. sv. god. toč.',
  inNames: 'Inc. Co. d.o.o. d.d. ml. st.',
  mayEnd: 'itd. dr. sl. etc. god.',
  starters: `
    on ona ono oni one ja ti mi vi taj ta to ovaj ova ovo ovi tko što kada gdje zašto kako kakav koji koja koje ako kad jer iako ali i ili pa dakle zato
    međutim također ne nitko svi svaki neki mnogi sada zatim tamo ovdje danas jučer sutra najprije konačno u na s sa iz do od po pri za o nad pod pred
    među prema tijekom je su bio bila bilo
  `,
  ordinals: true,
}
