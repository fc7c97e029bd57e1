/** Marks that end a sentence or a label, as scripts write them. */
const marks: Record<string, readonly string[]> = {
  '.': ['.', '。', '।', '։', '።', '۔'],
  '?': ['?', '？', '؟', '՞', '፧'],
  '!': ['!', '！', '՜'],
  ':': [':', '：', '፡'],
  ';': [';', '；', '؛'],
  ',': [',', '、', '，', '،'],
}

/** Which mark a language uses where the source has a Latin one. */
const own: Record<string, Record<string, string>> = {
  ja: { '.': '。', '?': '？', '!': '！', ':': '：', ';': '；', ',': '、' },
  zh: { '.': '。', '?': '？', '!': '！', ':': '：', ';': '；', ',': '，' },
  ar: { '?': '؟', ';': '؛', ',': '،' },
  fa: { '?': '؟', ';': '؛', ',': '،' },
  ur: { '.': '۔', '?': '؟', ';': '؛', ',': '،' },
  hi: { '.': '।' },
  bn: { '.': '।' },
  ne: { '.': '।' },
  hy: { '.': '։' },
  am: { '.': '።', '?': '፧' },
  el: { '?': ';' },
}

/** How many characters at the end of a text say what `mark` (`.`, `...`, `?`) says at the end of its source; 0 where none do. */
export function endOf(text: string, mark: string): number {
  if (mark === '') return 0
  const spellings = mark === '...' || mark === '…' ? ['...', '……', '…', ...marks['.']!] : (marks[mark] ?? [mark])
  return spellings.find((one) => text.endsWith(one))?.length ?? 0
}

/** A Latin mark as a language writes it, with the space that French has before some. */
export function markIn(mark: string, locale: string): string {
  const language = locale.split('-')[0]!
  return `${language === 'fr' && /[?!:;]/.test(mark) ? '\u00a0' : ''}${own[language]?.[mark] ?? mark}`
}
