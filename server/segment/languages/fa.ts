import type { Language } from '../language.js'

export const persian: Language = {
  goesOn: 'دکتر. د. م. ق.م. ب.م. ر.ک. ص. ج. ش. ه.ش. ه.ق. مهندس. آ.',
  beforeNumber: 'ص. صص. ج. ش. شماره. ماده. س.',
  mayEnd: 'غیره. ق.م. ه.ش. ه.ق.',
}
