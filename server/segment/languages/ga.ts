import type { Language } from '../language.js'

export const irish: Language = {
  goesOn: 'm.sh. e.g. i.e. tUas. Dr. Oll. S. Uas. Bean. Co. Cnoc. lch. uimh. R.Ch. I.C. c.',
  beforeNumber: 'uimh. lch. lgh. alt. fíor. iml. cuid. mír. Ean. Feabh. Már. Aib. Meith. Lún. Samh. Noll.',
  mayEnd: 'srl. etc. a.m. r.n. i.n.',
  starters: `
    sé sí siad mé tú muid sinn sibh seo sin cé cad cathain cá cén conas má mura mar ach agus nó freisin ní níl gach roinnt anois ansin anseo inniu inné
    amárach ar ag as chuig de do faoi gan go i le ó roimh tar thar trí um bhí tá is
  `,
}
