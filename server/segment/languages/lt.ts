import type { Language } from '../language.js'

export const lithuanian: Language = {
  goesOn: `
    pvz. t.y. t.t. kt. dr. prof. p. g. gen. vyr. min. maks. žr. plg. pr.Kr. po.Kr. doc. habil. akad. inž. dir. red. vad. apyt. tel. gim. mir. liet. angl.
    rus. vok. lot. šv. pan. dab.
  `,
  beforeNumber: 'Nr. p. psl. pav. str. d. dal. sk. t. lent. skyr. m. mėn. val.',
  mayEnd: 't.t. pan. kt. etc.',
  starters: `
    jis ji jie jos tai tas ta tie tos aš tu mes jūs šis ši šie šios kas kada kur kodėl kaip jei jeigu nes nors bet ir ar arba taip ne nėra visi kiekvienas
    dabar tada ten čia pirmiausia galiausiai yra buvo
  `,
}
