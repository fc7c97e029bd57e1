import type { Language } from '../language.js'

export const arabic: Language = {
  goesOn: 'د. أ. أ.د. م. ا. ص. ج. ط. ق.م. ب.م. ت. هـ. م.م. مج. س. تح. انظر. ر.ق.',
  beforeNumber: 'ص. رقم. مادة. ج. ف. ع. س. مج. ش. فق.',
  mayEnd: 'إلخ. الخ. ق.م. هـ.',
}
