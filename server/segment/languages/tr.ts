import type { Language } from '../language.js'

export const turkish: Language = {
  goesOn: `
    dr. prof. doç. av. sn. bkz. örn. öğr. gör. yrd. yard. arş. uzm. müh. mim. alb. yb. bnb. yzb. ütğm. gen. haz. çev. ed. yay. a.g.e. age. krş. M.Ö. M.S.
    İ.Ö. İ.S. vd. vs. vb. cad. sok. mah. apt. blv. tel. Sok. Hz. St. ing. alm. fr. lat. osm. min. maks. yy. yak. ör.
  `,
  beforeNumber: 'no. s. ss. c. md. fık. böl. şek. tab. sy. say. cilt.',
  inNames: 'A.Ş. Ltd. Şti. Inc. Co. San. Tic.',
  mayEnd: 'vb. vs. vd. A.Ş. Şti.',
  starters: `
    o onlar ben sen biz siz bu şu bunlar şunlar kim ne zaman nerede neden niçin nasıl hangi eğer çünkü ama fakat ancak ve veya ya da ayrıca bununla her
    tüm bütün bazı birçok şimdi sonra önce orada burada bugün dün yarın ilk son bir
  `,
  ordinals: true,
}
