import type { Language } from '../language.js'

export const bengali: Language = {
  goesOn: 'ড. ডা. ডাঃ. অধ্যা. মো. মোঃ. মি. মিসেস. শ্রী. সৈ. খ্রি. খ্রিঃ. পূ. কি.মি. কি.গ্রা. সে.মি. উদা.',
  beforeNumber: 'নং. পৃ. পৃঃ. ধারা. খ. অনু.',
  mayEnd: 'ইত্যাদি. প্রভৃতি. খ্রি.',
}
