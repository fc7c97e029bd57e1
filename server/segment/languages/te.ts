import type { Language } from '../language.js'

export const telugu: Language = {
  goesOn: 'డా. డాక్టర్. ప్రొ. శ్రీ. శ్రీమతి. కుమారి. క్రీ.పూ. క్రీ.శ. రూ. కి.మీ. ఉదా.',
  beforeNumber: 'నం. పే. రూ. సెక్షన్. క్రీ.పూ. క్రీ.శ.',
  mayEnd: 'మొదలైనవి. వగైరా.',
}
