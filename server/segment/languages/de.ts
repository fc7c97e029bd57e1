import type { Language } from '../language.js'

export const german: Language = {
  goesOn: `
    z.B. d.h. u.a. o.ä. u.ä. i.d.R. z.T. s.o. s.u. i.e. m.E. u.U. z.Z. z.Zt. i.A. i.V. v.a. v.Chr. n.Chr. u.v.a. bzw. ca. Dr. Prof. Hr. Fr. Frl. St. vgl.
    evtl. ggf. inkl. exkl. zzgl. abzgl. sog. geb. gest. verh. Ing. Dipl. Mag. Dipl.-Ing. phil. med. jur. rer. nat. h.c. abs. allg. bes. insb. mind. max.
    min. bspw. einschl. entspr. gem. lt. jew. jmd. urspr. usw. vorl. zw. ehem. gegr. hrsg. Hrsg. Verf. Übers. Aufl. Tel. Str. Pl. Kath. ev. röm. dt. engl.
    frz. franz. lat. griech. österr. schweiz. Mio. Mrd. Tsd. Std. Min. Sek.
  `,
  beforeNumber: `
    Nr. Nrn. Art. Abs. S. Bd. Bde. Kap. Ziff. Abb. Tab. Abschn. Anm. Anh. Fn. Rn. Rdnr. Rz. lit. Buchst. Satz. Var. Vers. H. Sp. Z. Kl. Lfg. Taf. Jg. Jan.
    Feb. Apr. Aug. Sep. Sept. Okt. Nov. Dez. Mo. Di. Mi. Do. Fr. Sa. So.
  `,
  inNames: 'Co. Inc. Corp. Ltd. jun. sen. Jr. Sr.',
  mayEnd: 'usw. etc. u.Ä. o.Ä. u.s.w. u.dgl.',
  starters: `
    der die das dem den des ein eine einer eines einem einen dieser diese dieses diesem diesen jener jene jenes er sie es wir ihr ich du man mein dein
    sein unser euer wer was wann wo warum wie wieso weshalb welche welcher welches wenn weil da dass ob obwohl nachdem bevor während seit bis als im in am
    an auf bei mit nach von vom vor zu zum zur für durch gegen ohne um unter über aus hinter neben zwischen dort hier dann danach davor daher darum
    deshalb trotzdem außerdem ferner jedoch aber und oder doch denn sondern auch nicht kein keine alle beide viele manche einige jeder jede jedes nun
    jetzt heute gestern morgen später zuerst schließlich so bitte siehe laut gemäß
  `,
  ordinals: true,
}
