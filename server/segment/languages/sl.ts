import type { Language } from '../language.js'

export const slovenian: Language = {
  goesOn: `
    npr. tj. t.j. t.i. oz. dr. prof. doc. mag. inž. dipl. univ. g. ga. gdč. sv. ul. gl. prim. op. ur. red. pr.n.št. n.št. st. stol. min. maks. tis. mio.
    mrd. gen. polk. angl. nem. fr. lat. cca. ca. roj. um. itn.
  `,
  beforeNumber: 'št. čl. odst. str. sl. tab. pogl. zv. let. tč.',
  inNames: 'Inc. Co. d.o.o. d.d. ml. st.',
  mayEnd: 'itd. ipd. idr. etc. itn.',
  starters: `
    on ona ono oni one jaz ti mi vi ta to te tisti tista kdo kaj kdaj kje zakaj kako kakšen kateri katera katero če ko ker čeprav toda ampak in ali pa
    torej zato vendar tudi ne nihče vsi vsak nekateri mnogi zdaj potem tam tukaj danes včeraj jutri najprej končno v na z s iz do od po pri za o nad pod
    pred med glede je so bil bila bilo
  `,
  ordinals: true,
}
