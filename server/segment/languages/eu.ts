import type { Language } from '../language.js'

export const basque: Language = {
  goesOn: 'adib. da. jn. and. dr. prof. ing. kal. etorb. plz. ik. cf. K.a. K.o. gutxi. tel. itzul. arg. st.',
  beforeNumber: 'zk. art. or. orr. irud. taul. kap. atal.',
  mayEnd: 'etab. abar. e.a.',
  starters: `
    hura hau hori hauek horiek haiek ni zu gu zuek nor zer noiz non zergatik nola zein baldin baina eta edo ere ez inor guztiak bakoitza batzuk asko orain
    gero han hemen gaur atzo bihar lehenik azkenik
  `,
  ordinals: true,
}
