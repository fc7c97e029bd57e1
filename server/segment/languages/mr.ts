import type { Language } from '../language.js'

export const marathi: Language = {
  goesOn: 'डॉ. प्रा. श्री. श्रीमती. सौ. कु. पं. इ.स. इ.स.पू. उदा. रु. कि.मी. मा. स्व.',
  beforeNumber: 'क्र. पृ. रु. कलम. खंड. इ.स.',
  mayEnd: 'इ. इत्यादी. वगैरे.',
}
