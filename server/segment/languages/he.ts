import type { Language } from '../language.js'

export const hebrew: Language = {
  goesOn: `ד"ר. פרופ'. פרופ. מר. גב'. גב. עו"ד. רח'. רח. שד'. עמ'. עמ. מס'. מס. ע'. לפנה"ס. לדוג'. לדוג. וכד'. טל'. ר'.`,
  beforeNumber: "מס'. מס. עמ'. עמ. ס'. סע'. פרק. תק'. כרך.",
  mayEnd: "וכו'. וכו. וכד'. ועוד.",
}
