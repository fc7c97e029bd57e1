import type { Language } from '../language.js'

export const icelandic: Language = {
  goesOn: 't.d. þ.e. þ.e.a.s. m.a. o.s.frv. dr. prof. hr. fr. sr. f.Kr. e.Kr. u.þ.b. skv. sbr. frh. kl. bls. m.t.t. a.m.k. s.s. n.k. þ.m.t. St.',
  beforeNumber: 'nr. bls. gr. kafla. mgr. tl. kl. jan. feb. mars. apr. ág. sept. okt. nóv. des.',
  mayEnd: 'o.s.frv. o.fl. o.þ.h. etc.',
  starters: `
    hann hún það þeir þær þau ég þú við þið þetta þessi þessir þessar sá sú hver hvað hvenær hvar hvers hvernig ef þegar en og eða heldur einnig ekki
    enginn allir í á af fyrir frá til með án undir yfir milli hér þar nú svo er var
  `,
  ordinals: true,
}
