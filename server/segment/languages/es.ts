import type { Language } from '../language.js'

export const spanish: Language = {
  goesOn: `
    Sr. Sra. Sres. Sras. Srta. Srtas. Dr. Dra. Dres. D. Dña. Prof. Profa. Ud. Uds. Vd. Vds. Lic. Ing. Arq. Excmo. Excma. Ilmo. Ilma. Mons. Fr. Sto. Sta.
    Gral. Cnel. Cap. Tte. p.ej. ej. cf. cfr. vid. aprox. ca. a.C. d.C. EE.UU. FF.AA. RR.HH. Av. Avda. c/. izq. dcha. tel. depto. dpto. admón. prov. máx.
    mín. esp. vs.
  `,
  beforeNumber: `
    n. núm. núms. no. art. arts. fig. figs. p. pp. pág. págs. vol. vols. cap. caps. párr. párrs. sec. t. ed. inc. ap. apdo. n.º nº. ene. feb. mar. abr.
    may. jun. jul. ago. sept. oct. nov. dic.
  `,
  inNames: 'Cía. Inc. Ltda. S.A. S.L. Jr. Hnos.',
  mayEnd: 'etc. a.m. p.m. S.A.',
  starters: `
    el la los las lo un una unos unas este esta estos estas ese esa esos esas aquel aquella él ella ellos ellas yo tú usted ustedes nosotros vosotros mi
    mis tu tus su sus nuestro nuestra se le les me te nos que qué quién quiénes cuándo dónde cómo cuánto cuál por para con sin en de del al a ante bajo
    contra desde entre hacia hasta según sobre tras durante si cuando donde mientras aunque porque pues como pero y e o u ni sino también además después
    luego entonces así no sí ya hoy ayer mañana aquí allí todo todos todas cada algunos muchas muchos otro otra hay es son fue era está
  `,
}
