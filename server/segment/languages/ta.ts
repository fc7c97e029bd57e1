import type { Language } from '../language.js'

export const tamil: Language = {
  goesOn: 'டாக்டர். டாக். முனைவர். பேரா. திரு. திருமதி. செல்வி. கி.மு. கி.பி. ரூ. கி.மீ. எ.கா. பி.',
  beforeNumber: 'எண். பக். ரூ. பிரிவு. தொ. கி.மு. கி.பி.',
  mayEnd: 'முதலியன. கி.மு. கி.பி.',
}
