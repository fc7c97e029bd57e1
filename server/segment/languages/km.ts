import type { Language } from '../language.js'

export const khmer: Language = {
  goesOn: 'លោក. ឧ. គ.ស. ព.ស. គ.ម. គ.ក. ល.',
  beforeNumber: 'លេខ. ទំព័រ. មាត្រា.',
  closing: '។៕',
}
