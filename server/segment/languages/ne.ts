import type { Language } from '../language.js'

export const nepali: Language = {
  goesOn: 'डा. प्रा. श्री. श्रीमती. सुश्री. कु. पं. इ.पू. वि.सं. ई.सं. रु. कि.मी. उदा.',
  beforeNumber: 'नं. पृ. क्र. रु. दफा. वि.सं. ई.सं.',
  mayEnd: 'आदि. इत्यादि.',
}
