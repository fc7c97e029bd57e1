import type { Language } from '../language.js'

export const galician: Language = {
  goesOn: 'Sr. Sra. Srs. Dr. Dra. D. Prof. Excmo. Ilmo. Sto. Sta. p.ex. ex. cf. a.C. d.C. aprox. av. r. tel. máx. mín. vs. ed. trad.',
  beforeNumber: 'núm. n. art. fig. p. px. páx. páxs. vol. cap. par. ap. sec. xan. feb. abr. xuñ. xul. ago. set. out. nov. dec.',
  inNames: 'Cía. Inc. S.A. S.L.',
  mayEnd: 'etc.',
  starters: `
    o a os as un unha uns unhas este esta estes estas ese esa aquel aquela el ela eles elas eu ti vostede nós vós quen que cando onde por como canto cal
    se pero e ou nin senón tamén ademais despois entón así non si hoxe onte mañá aquí alí todo todos cada algúns moitos de do da no na con sen en sobre
    entre segundo durante é son era hai
  `,
}
