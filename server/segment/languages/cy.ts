import type { Language } from '../language.js'

export const welsh: Language = {
  goesOn: 'e.e. h.y. Mr. Mrs. Dr. Athro. Parch. St. gw. tud. rhif. CC. OC. tua. c. gol. cyf.',
  beforeNumber: 'rhif. rhifau. t. tt. tud. cyf. pen. erth. ffig. tabl. adran.',
  mayEnd: 'ayyb. etc. y.b. y.h.',
  starters: `
    ef hi nhw fe fi ti ni chi mae roedd bydd hwn hon hyn y yr pwy beth pryd ble pam sut os pan oherwydd er ond a ac neu hefyd nid dim pob rhai llawer nawr
    yna yno yma heddiw ddoe yfory yn ar o i gan am ôl cyn rhwng
  `,
}
