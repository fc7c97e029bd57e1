import type { Language } from '../language.js'

export const georgian: Language = {
  goesOn: 'ე.ი. მაგ. იხ. შდრ. პროფ. დოც. აკად. დ. ბ-ნი. ქ-ნი. ქ. ქუჩ. გამზ. ძვ.წ. ახ.წ. ტელ. რედ. თარგმ. ე.წ. ათ. მლნ. მლრდ. ინგლ.',
  beforeNumber: 'გვ. მუხ. პ. ნახ. ცხრ. ტ. თ. N.',
  mayEnd: 'ა.შ. სხვ. წ. წწ.',
}
