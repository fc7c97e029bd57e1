import type { Language } from '../language.js'

export const serbian: Language = {
  goesOn: `
    нпр. тј. тзв. одн. др. проф. доц. мр. инж. дипл. г. гђа. гђица. св. ул. гл. в. упор. прим. ур. ред. пр.н.е. н.е. мин. макс. мил. млрд. ген. пук. енгл.
    нем. фр. лат. рођ. умр. тел. npr. tj. tzv. odn. dr. prof. doc. mr. inž. dipl. g. gđa. sv. ul. gl. v. upor. prim. ur. red. pr.n.e. n.e. min. maks. mil.
    mlrd. engl. nem. fr. lat. rođ. umr. tel.
  `,
  beforeNumber: 'бр. чл. ст. стр. сл. таб. год. тач. br. čl. st. str. sl. tab. god. tač.',
  inNames: 'Inc. Co. д.о.о. а.д. d.o.o. a.d. мл. ml.',
  mayEnd: 'итд. др. сл. год. itd. dr. sl. god. etc.',
  starters: `
    он она оно они ја ти ми ви тај та то овај ова ово ови ко шта када где зашто како који која које ако кад јер иако али и или па дакле зато међутим
    такође не нико сви сваки неки многи сада затим тамо овде данас јуче сутра у на с са из до од по при за о је су био била било on ona ono oni ja ti mi
    vi taj ta to ovaj ova ovo ko šta kada gde zašto kako koji koja koje ako kad jer iako ali i ili pa dakle zato međutim takođe ne niko svi svaki neki
    sada zatim tamo ovde danas u na s sa iz do od po je su bio bila bilo
  `,
  ordinals: true,
}
