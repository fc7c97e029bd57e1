import type { Language } from '../language.js'

export const amharic: Language = {
  goesOn: 'ዶ/ር. ፕ/ር. ዓ.ም. ዓ.ዓ. ቅ.ል.ክ. አ.አ. ት/ቤት. ለምሳሌ.',
  beforeNumber: 'ቁ. ገ. አንቀጽ.',
  mayEnd: 'ወ.ዘ.ተ. ዓ.ም.',
}
