import type { Language } from '../language.js'

export const czech: Language = {
  goesOn: `
    např. tj. tzv. tzn. mj. apod. resp. dr. prof. doc. Ing. Mgr. MUDr. JUDr. PhDr. RNDr. Bc. CSc. Ph.D. sv. ul. nám. tř. popř. příp. zvl. srov. viz. pozn.
    red. př.n.l. n.l. stol. hod. min. max. tis. mil. mld. gen. plk. kpt. arch. mat. fyz. lat. angl. něm. franc. vyd. odd. p. pí. sl. s.r.o. a.s.
  `,
  beforeNumber: 'č. čl. odst. písm. s. str. obr. tab. kap. sv. roč. čj. sb. st. bod.',
  inNames: 'Inc. Co. spol. jr. st. ml.',
  mayEnd: 'atd. apod. aj. etc. atp. hod.',
  starters: `
    on ona ono oni já ty my vy ten ta to ti tento tato toto tyto kdo co kdy kde proč jak jaký který která které jestliže pokud když protože ačkoli ale a i
    nebo anebo tedy proto však také ne nikdo všichni každý někteří mnoho nyní potom pak tam zde tady dnes včera zítra nejprve nakonec v ve na z ze do od
    po přes při pro o u nad pod před mezi podle během je jsou byl byla bylo
  `,
  ordinals: true,
}
