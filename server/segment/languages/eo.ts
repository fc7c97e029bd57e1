import type { Language } from '../language.js'

export const esperanto: Language = {
  goesOn: 'ekz. t.e. t.n. s-ro. s-ino. f-ino. d-ro. prof. inĝ. k. kp. vd. str. tel. a.K. p.K. ĉ. ktp. red. trad.',
  beforeNumber: 'n-ro. n. p. pĝ. ĉap. fig. tab. vol. art.',
  mayEnd: 'ktp. k.a. k.s. k.t.p. atm. ptm.',
  starters: `
    li ŝi ĝi ili mi vi ni ci oni la tiu ĉi tiuj ĉiuj kiu kio kiam kie kial kiel kia se ĉar kvankam sed kaj aŭ do tamen ankaŭ ne neniu ĉiu iuj multaj nun
    poste tie hodiaŭ hieraŭ morgaŭ unue fine en sur de al kun sen por pri dum estas estis
  `,
}
