import type { Language } from '../language.js'

export const punjabi: Language = {
  goesOn: 'ਡਾ. ਪ੍ਰੋ. ਸ. ਸ੍ਰੀ. ਸ਼੍ਰੀ. ਸ੍ਰੀਮਤੀ. ਬੀਬੀ. ਈ.ਪੂ. ਰੁ. ਕਿ.ਮੀ.',
  beforeNumber: 'ਨੰ. ਪੰ. ਰੁ. ਧਾਰਾ.',
  mayEnd: 'ਆਦਿ. ਵਗੈਰਾ.',
}
