import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { languages } from '../../server/segment/languages/index.js'
import { segments } from '../../server/segment/sentences.js'

const cut = (text: string, locale: string) => segments(text, { locale }).map((segment) => segment.trim())

/** Sentences with bars between them. */
const examples: Record<string, string[]> = {
  en: [
    'One. |Two! |Three? |Four.',
    'Dr. Smith met J. R. Jones at 5 p.m. yesterday. |It rained.',
    'See Art. 5, No. 7 and Fig. 2. |No. |Never.',
    '“Go!” he said. |“Why?” |She left.',
    'He said: "Stop." |Then he left.',
    'Bring e.g. Apples and pears, i.e. Fruit. |Then go.',
    '1. Scope of the treaty. |Next.',
    'A. Scope. |B. Terms.',
    'It costs 3.50 or 1,000.75 in the U.S. Senate. |So.',
    'They moved to the U.S. |They like it.',
    'He lives on Main St. |The end.',
    'It is in St. Louis. |Next one.',
    'Well... |(And so on.) |“…” Yes. ...',
    'It is, well ... I mean so. |Yes.',
    'He came [...] and left. |So it was. |. . . Then nothing more.',
    'Is it (really?) true? |Yes (I think so. Maybe). |No.',
    'Visit https://example.com/a.b?Name=d. |Then stop.',
    'The first one is ready.The second is not.',
    'See p. iv. |And Chapter IV. |The next.',
    '1) Read 2) Write 3) Send',
    'a. Bread b. Butter c. Salt',
    '• Bread • Butter',
    'A paragraph\n\n|and another',
  ].map((text) =>
    text
      .replace('ready.The', 'ready.|The')
      .replaceAll(/ (?=[23]\)|[bc]\. |• B)/g, ' |')
      .replace('|• Bread', '• Bread'),
  ),
  de: ['Am 3. Mai kam Prof. Huber, z.B. Herr Dr. Mai. |Er blieb.', 'Das war 1990. |Danach kam Nr. 5.', 'Er sagte: „Ja.“ |Dann ging er.'],
  fr: ['Voir M. Dupont, art. 5. |Fin !|Oui.', '« Bonjour ! » dit-il. |« Entrez. » |Elle entra.'],
  es: ['¿Qué? |¡Nada! |El Sr. Gómez vino.'],
  it: ['Il sig. Rossi, art. 5, ecc. |Poi andò.'],
  nl: ['Dhr. Jansen, d.w.z. mr. de Vries. |Hij ging.'],
  sv: ['T.ex. kl. 5 kom dr. Ek. |Han gick.'],
  cs: ['Dne 3. května přišel např. Ing. Novák. |Potom odešel.'],
  pl: ['W 1944 r. Warszawa, np. dr. Kowalski. |Potem ul. Długa 5.'],
  hu: ['A 3. fejezet pl. dr. Kiss műve. |Ez jó.'],
  fi: ['Se on esim. 3. luokka jne. |Hän lähti.'],
  tr: ['Dr. Ali 3. Sınıfta. |O geldi.'],
  ru: ['В 1990 г. Москва и т.д. |Он А. С. Пушкин. |Да.'],
  el: ['Πού είσαι; |Εδώ, π.χ. στην Αθήνα. |Ναι.'],
  hy: ['Բարեւ։ |Ինչպե՞ս ես: |Ժամը 10:30-ին։'],
  he: ['ד"ר כהן בא. |הוא הלך? |כן.'],
  ar: ['هل هذا صحيح؟ |نعم.', 'قال د. أحمد ذلك. |ثم ذهب.'],
  fa: ['شما کجایی هستید؟ |من از تهران هستم.'],
  ur: ['کیا حال ہے؟ |میں ٹھیک ہوں۔ |شکریہ۔'],
  hi: ['सभी मनुष्य स्वतन्त्र हैं। |वे समान हैं।', 'डॉ. शर्मा आए। |वे गए।'],
  th: ['ผมไปตลาดครับ |เขาไปโรงเรียน'],
  km: ['ខ្ញុំទៅផ្សារ។ |គាត់ទៅសាលា។'],
  my: ['ကျွန်တော်သွားမယ်။|သူလာမယ်။'],
  bo: ['བཀྲ་ཤིས། |བདེ་ལེགས།'],
  am: ['ሰላም። |እንዴት ነህ፧|ደህና።'],
  ja: ['すべての人間は自由である。|そして平等である。', '「そうだ。」と彼は言った。|「いいえ。」|彼は帰った。', '３．５％です。|はい。'],
  'zh-Hant': ['你好。|真的嗎？|是的。'],
  ko: ['안녕하세요. |반갑습니다! |네.'],
  vi: ['TS. Nam ở TP. Hồ Chí Minh. |Anh ấy đi.'],
  sw: ['Dk. Ali alikuja. |Kisha akaondoka.'],
  // Nobody has written anything of Faroese here.
  fo: ['Hetta er ein setningur. |Og ein til, e.g. hesin.'],
}

describe.each(Object.entries(examples))('%s', (locale, texts) => {
  test.each(texts)('%s', (marked) => {
    expect(cut(marked.replaceAll('|', ''), locale)).toEqual(marked.split('|').map((part) => part.trim()))
  })
})

test('joined, the segments of any text give it back, in every language', () => {
  const part = fc.constantFrom(
    'One. ',
    'Two! ',
    'dr. ',
    'z.B. ',
    '。',
    '”',
    '« ',
    ' »',
    '(',
    ')',
    '…',
    '. . . ',
    '1) ',
    'a. ',
    '• ',
    '\n',
    '\u2029',
    'ครับ ',
    '।',
    '؟ ',
    ': ',
    '𝒳',
    '\ud835',
  )
  const text = fc.oneof(
    fc.array(part, { maxLength: 40 }).map((parts) => parts.join('')),
    fc.string({ unit: 'binary', maxLength: 100 }),
  )
  fc.assert(
    fc.property(fc.constantFrom(...Object.keys(languages), 'zh', 'fo'), text, (locale, text) => {
      const found = segments(text, { locale })
      expect(found.join('')).toBe(text)
      expect(found.every((segment) => !/[\udc00-\udfff]/.test(segment[0]!) || !/[\ud800-\udbff]$/.test(text.slice(0, text.indexOf(segment))))).toBe(true)
    }),
  )
})

test('a text far longer than what is looked at in one go is cut in the same places', () => {
  const sentence = `${'Word '.repeat(3000)}end. `
  expect(segments(sentence.repeat(3), { locale: 'en' })).toEqual([sentence, sentence, sentence])
  const short = 'A few words. '
  expect(segments(short.repeat(2000), { locale: 'en' })).toEqual(Array(2000).fill(short))
})

test('at least 60 languages have abbreviations or marks of their own', () => {
  expect(Object.keys(languages).length).toBeGreaterThan(60)
})
