import type { Language } from '../language.js'

export const lao: Language = {
  goesOn: 'ດຣ. ທ. ນ. ພ.ສ. ຄ.ສ. ກມ. ກກ. ໂທ.',
  beforeNumber: 'ພ.ສ. ຄ.ສ. ໜ້າ. ຂໍ້. ມ. ເລກທີ.',
  finalWords: 'ເຈົ້າ ໂດຍ ຄັບ',
}
