import type { Language } from '../language.js'

export const french: Language = {
  goesOn: `
    M. MM. Mme. Mmes. Mlle. Mlles. Dr. Pr. Me. Mgr. cf. env. av. apr. St. Ste. p.ex. c.-à-d. c.à.d. i.e. s.v.p. J.-C. adj. adv. anc. angl. all. lat. litt.
    masc. fém. sing. plur. éd. ex. hab. dép. arr. boul. bd. pl. tél. dir. coll. réf. rééd. trad. univ. vs. resp. approx. max. min.
  `,
  beforeNumber: 'n. no. nos. art. fig. p. pp. vol. chap. al. par. sect. tab. t. éd. liv. ch. déc. janv. févr. avr. juil. sept. oct. nov. n°.',
  inNames: 'Cie. Inc. Ltd. Sté. S.A. Jr.',
  mayEnd: 'etc. S.A.R.L.',
  starters: `
    le la les l un une des ce cet cette ces il elle ils elles on nous vous je tu mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs qui que
    quoi quand où pourquoi comment combien quel quelle quels quelles si dans en sur sous avec sans pour par chez vers depuis pendant après avant entre
    contre selon comme lorsque puisque parce afin mais et ou donc or ni car cependant toutefois ainsi alors ensuite puis enfin aussi de du d à au aux tout
    tous toute toutes chaque plusieurs certains aucun aucune voici voilà c cela ceci
  `,
}
