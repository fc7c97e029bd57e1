import type { Language } from '../language.js'

export const kannada: Language = {
  goesOn: 'ಡಾ. ಪ್ರೊ. ಶ್ರೀ. ಶ್ರೀಮತಿ. ಕು. ಕ್ರಿ.ಪೂ. ಕ್ರಿ.ಶ. ರೂ. ಕಿ.ಮೀ. ಉದಾ.',
  beforeNumber: 'ಸಂ. ಪು. ರೂ. ಕ್ರಿ.ಪೂ. ಕ್ರಿ.ಶ.',
  mayEnd: 'ಇತ್ಯಾದಿ.',
}
