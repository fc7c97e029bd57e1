import type { Language } from '../language.js'

export const armenian: Language = {
  goesOn: 'օր. պրոֆ. դոկտ. ակադ. այսպ. տես. մ.թ.ա. մ.թ. դ. թ. փ. պող. հեռ. թարգմ. խմբ. հազ. մլն. մլրդ. այլն. տ.',
  beforeNumber: 'հ. էջ. գլ. կետ. հոդ. նկ. աղ.',
  mayEnd: 'այլն. թ. թթ.',
  terminators: ':',
}
