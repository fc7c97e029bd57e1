import type { Language } from '../language.js'

export const tigrinya: Language = {
  goesOn: 'ዶ/ር. ፕ/ር. ዓ.ም. ንኣብነት.',
  beforeNumber: 'ቁ. ገ. ዓንቀጽ.',
  mayEnd: 'ወዘተ. ዓ.ም.',
}
