import type { Language } from '../language.js'

export const urdu: Language = {
  goesOn: 'ڈاکٹر. پروفیسر. مسٹر. مسز. مس. م. ص. ق.م. ء.',
  beforeNumber: 'ص. نمبر. جلد. دفعہ.',
  mayEnd: 'وغیرہ. ق.م.',
}
