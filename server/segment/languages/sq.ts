import type { Language } from '../language.js'

export const albanian: Language = {
  goesOn: 'p.sh. d.m.th. dmth. Z. Znj. dr. prof. ing. av. Sh. rr. nr. tel. kr. shih. p.e.s. e.s. rreth. red. përkth. angl. fr. lat.',
  beforeNumber: 'nr. neni. f. fq. fig. tab. kap. pika. par.',
  mayEnd: 'etj. etc.',
  starters: `
    ai ajo ata ato unë ti ne ju ky kjo këta këto kush çfarë kur ku pse si nëse sepse megjithëse por dhe ose edhe nuk askush të gjithë çdo disa shumë tani
    pastaj atje këtu sot dje nesër në me për nga pa është janë ishte
  `,
}
