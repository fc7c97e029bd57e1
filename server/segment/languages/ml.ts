import type { Language } from '../language.js'

export const malayalam: Language = {
  goesOn: 'ഡോ. പ്രൊ. പ്രൊഫ. ശ്രീ. ശ്രീമതി. കുമാരി. ബി.സി. എ.ഡി. രൂ. കി.മീ. ഉദാ.',
  beforeNumber: 'നം. പേ. രൂ. വകുപ്പ്.',
  mayEnd: 'മുതലായവ. ഇത്യാദി.',
}
