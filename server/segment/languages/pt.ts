import type { Language } from '../language.js'

export const portuguese: Language = {
  goesOn: `
    Sr. Sra. Srs. Sras. Srta. Dr. Dra. Drs. Prof. Profa. Profª. Exmo. Exma. Ilmo. Eng. Arq. D. Pe. Gen. Cel. Cap. Ten. Sto. Sta. V.Exa. p.ex. ex. cf. ca.
    a.C. d.C. aprox. Av. R. tel. depto. máx. mín. obs. vs. lic.
  `,
  beforeNumber: `
    n. nº. no. núm. art. arts. fig. figs. p. pp. pág. págs. vol. vols. cap. caps. par. inc. sec. ed. t. al. jan. fev. mar. abr. mai. jun. jul. ago. set.
    out. nov. dez.
  `,
  inNames: 'Cia. Inc. Ltda. S.A. Jr. Lda.',
  mayEnd: 'etc. S.A.',
  starters: `
    o a os as um uma uns umas este esta estes estas esse essa isso isto aquele aquela ele ela eles elas eu tu você vocês nós meu minha seu sua seus suas
    nosso nossa quem que quando onde porque como quanto qual se mas e ou então portanto porém contudo todavia também além depois antes enquanto embora não
    sim no na nos nas em com por para pelo pela de do da dos das ao à entre sobre segundo todo todos cada alguns muitos hoje ontem amanhã aqui há é são
    foi era
  `,
}
