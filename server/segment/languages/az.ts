import type { Language } from '../language.js'

export const azerbaijani: Language = {
  goesOn: 'dr. prof. dos. akad. məs. yəni. bax. s. küç. pr. ş. ray. tel. e.ə. b.e.ə. mln. mlrd. min. ingl. rus. lat. tərc. red. c. xan.',
  beforeNumber: 's. səh. md. b. c. cild. şək. cədv.',
  mayEnd: 's. b. i.a. il.',
  starters: `
    o onlar mən sən biz siz bu həmin kim nə zaman harada niyə necə hansı əgər çünki amma lakin və ya da həmçinin hər bütün bəzi çox indi sonra orada
    burada gün dünən sabah
  `,
}
