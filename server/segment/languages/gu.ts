import type { Language } from '../language.js'

export const gujarati: Language = {
  goesOn: 'ડૉ. ડો. પ્રો. શ્રી. શ્રીમતી. કુ. પં. ઈ.સ. ઈ.સ.પૂ. રૂ. કિ.મી. દા.ત.',
  beforeNumber: 'નં. પૃ. રૂ. કલમ. ખંડ. ઈ.સ.',
  mayEnd: 'વગેરે. ઇત્યાદિ.',
}
