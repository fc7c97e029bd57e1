import type { Language } from '../language.js'

export const swahili: Language = {
  goesOn: 'Bw. Bi. Dk. Prof. Mhe. Mh. Sh. n.k. k.m. k.v. yaani. tz. uk. St. Mt. S.L.P. Na.',
  beforeNumber: 'na. nam. uk. kur. ibara. sura. juz. kif.',
  mayEnd: 'n.k. nk. k.k. B.K. K.K.',
  starters: `
    yeye wao mimi wewe sisi ninyi huyu hawa hii hizi hiyo hizo nani nini lini wapi kwa jinsi kama ikiwa ingawa lakini na au pia si hapana wote kila baadhi
    wengi sasa kisha huko hapa leo jana kesho kwanza hatimaye katika kutoka hadi ni
  `,
}
