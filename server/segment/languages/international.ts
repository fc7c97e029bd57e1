import type { Language } from '../language.js'

/** Counts in every language, as texts everywhere name people, companies and sources so. */
export const international = {
  goesOn: 'Mr. Mrs. Ms. Dr. Prof. e.g. i.e. cf. vs. ca. Ph.D.',
  beforeNumber: 'No. Nr. Art. Fig. p. pp. Vol. n°. N°. nº.',
  inNames: 'Co. Corp. Inc. Ltd. Jr. Sr. St.',
  mayEnd: 'etc. a.m. p.m.',
  starters: 'the this that he she it we you they how what when where who why if',
} satisfies Language
