import type { Language } from '../language.js'

export const maltese: Language = {
  goesOn: 'eż. p.eż. Sur. Sinj. Dr. Prof. Onor. Mons. San. St. cf. Q.K. W.K. Triq. tel.',
  beforeNumber: 'nru. art. p. paġ. fig. tab. kap. vol.',
  mayEnd: 'eċċ. etc.',
  starters: `
    hu hi huma jien int aħna intom dan din dawn dak dik min x meta fejn għaliex kif jekk għax imma u jew ukoll mhux ħadd kollha kull xi ħafna issa mbagħad
    hemm hawn illum ilbieraħ għada fil f il l
  `,
}
