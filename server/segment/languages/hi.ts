import type { Language } from '../language.js'

export const hindi: Language = {
  goesOn: 'डॉ. प्रो. श्री. श्रीमती. सुश्री. कु. पं. मि. मे. ले. कर्नल. ई.पू. ई. पू. सं. उदा. रु. कि.मी. कि.ग्रा. सें.मी. मि.मी.',
  beforeNumber: 'सं. पृ. क्र. रु. धारा. अनु. खंड. अ.',
  mayEnd: 'आदि. इत्यादि. ई.पू. ई.',
}
