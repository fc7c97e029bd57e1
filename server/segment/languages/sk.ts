import type { Language } from '../language.js'

export const slovak: Language = {
  goesOn: `
    napr. t.j. tj. tzv. tzn. resp. dr. prof. doc. Ing. Mgr. MUDr. JUDr. PhDr. RNDr. Bc. CSc. Ph.D. sv. ul. nám. príp. porov. pozn. red. pred.n.l. n.l.
    stor. hod. min. max. tis. mil. mld. gen. plk. kpt. arch. lat. angl. nem. franc. vyd. odd. p. sl. s.r.o. a.s. t.č. pod.
  `,
  beforeNumber: 'č. čl. ods. písm. s. str. obr. tab. kap. zv. roč. zb. bod.',
  inNames: 'Inc. Co. spol. ml. st.',
  mayEnd: 'atď. apod. pod. etc. hod.',
  starters: `
    on ona ono oni ony ja ty my vy ten tá to tí tento táto toto títo kto čo kedy kde prečo ako aký ktorý ktorá ktoré ak keď pretože hoci ale a aj alebo
    teda preto však tiež nie nikto všetci každý niektorí mnoho teraz potom tam tu dnes včera zajtra najprv nakoniec v vo na z zo do od po cez pri pre o u
    nad pod pred medzi podľa počas je sú bol bola bolo
  `,
  ordinals: true,
}
