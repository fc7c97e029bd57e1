import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Code } from '../../server/document/unit.js'
import { repair, type RepairOptions } from '../../server/revise/repair.js'
import { segments } from '../../server/segment/sentences.js'

const cut = (locale: string) => (text: string) => segments(text, { locale })
const languages = (to: string): RepairOptions => ({ from: 'en', to, cut: { source: cut('en'), target: cut(to) } })
const codes = (text: string): Code[] =>
  [...text.matchAll(/<(\d+)(\/?)>/g)].map(([, id, single]) =>
    single ? { id: Number(id), type: 'code', open: `${id}` } : { id: Number(id), type: 'strong', open: '**', close: '**' },
  )
const coded = (text: string) => ({ text, codes: codes(text) })
/** The proposed text; null where there is none. */
const repaired = (to: string, before: string, after: string, translation: string, more: Partial<RepairOptions> = {}): string | null =>
  repair(coded(before), coded(after), translation, { ...languages(to), ...more })?.text ?? null

describe('numbers', () => {
  test.each([
    ['de', 'All 40 boats', 'All 45 boats', 'Alle 40 Boote', 'Alle 45 Boote'],
    ['de', 'It costs 1,200 crowns.', 'It costs 1,350.5 crowns.', 'Es kostet 1.200 Kronen.', 'Es kostet 1.350,5 Kronen.'],
    ['es', 'It costs 1,200 crowns.', 'It costs 12,000 crowns.', 'Cuesta 1200 coronas.', 'Cuesta 12.000 coronas.'],
    ['ar-EG', 'Room 12 is free.', 'Room 47 is free.', 'الغرفة ١٢ شاغرة.', 'الغرفة ٤٧ شاغرة.'],
    ['ja', 'It takes 30 minutes.', 'It takes 45 minutes.', '30分かかります。', '45分かかります。'],
    ['de', '2 of 2 piers', '2 of 3 piers', '2 von 2 Molen', '2 von 3 Molen'],
  ])('%s: %s → %s', (to, before, after, translation, expected) => {
    expect(repaired(to, before, after, translation)).toBe(expected)
  })

  test('where it cannot be told which one is meant there is no proposal', () => {
    expect(repaired('de', 'From 2 to 5', 'From 3 to 5', 'Von 2 (zwei, also 2) bis 5')).toBeNull()
    expect(repaired('de', 'From 2 to 5', 'From 3 to 5', 'Von zwei bis fünf')).toBeNull()
  })

  test('a number that may want another form of the words around it says so', () => {
    expect(repair(coded('1 boat'), coded('2 boat'), '1 Boot', languages('de'))?.steps).toEqual([{ reason: 'number', before: '1', after: '2', plural: true }])
    expect(repair(coded('3 boats'), coded('2 boats'), '3 Boote', languages('de'))?.steps).toEqual([{ reason: 'number', before: '3', after: '2' }])
  })
})

describe('what translations keep, and what each language has a word for', () => {
  test.each([
    ['de', 'Closed until 3 March.', 'Closed until 5 April.', 'Bis 3. März geschlossen.', 'Bis 5. April geschlossen.'],
    ['pl', 'Closed until 3 March.', 'Closed until 3 May.', 'Zamknięte do 3 marca.', 'Zamknięte do 3 maja.'],
    ['fr', 'Open on Monday.', 'Open on Friday.', 'Ouvert le lundi.', 'Ouvert le vendredi.'],
    ['de', 'See https://a.example/x now', 'See https://b.example/y now', 'Siehe https://a.example/x jetzt', 'Siehe https://b.example/y jetzt'],
    ['de', 'Write to a@b.example.', 'Write to c@d.example.', 'Schreiben Sie an a@b.example.', 'Schreiben Sie an c@d.example.'],
    ['de', 'We thank Anna Berg.', 'We thank Maria Holm.', 'Wir danken Anna Berg.', 'Wir danken Maria Holm.'],
    ['ja', 'We use the KubeReceiver here.', 'We use the KubeletReceiver here.', 'ここではKubeReceiverを使います。', 'ここではKubeletReceiverを使います。'],
    ['ja', 'Go home.', 'Go home!', '家に帰る。', '家に帰る！'],
    ['fr', 'Go home.', 'Go home!', 'Rentrez.', 'Rentrez\u00a0!'],
    ['ja', 'Checks verify that...', 'Checks verify that:', '次を検証します。', '次を検証します：'],
    ['de', 'the harbour is closed', 'The harbor is closed', 'Der Hafen ist geschlossen', 'Der Hafen ist geschlossen'],
  ])('%s: %s → %s', (to, before, after, translation, expected) => {
    expect(repaired(to, before, after, translation)).toBe(expected)
  })

  test('another word is nothing that can be followed', () => {
    expect(repaired('de', 'The pier is closed.', 'The pier is open.', 'Die Mole ist geschlossen.')).toBeNull()
    expect(repaired('ja', 'Each Kubernetes node. The Kubernetes Receiver.', 'Each Kubernetes node. The Kubelet Receiver.', '各Kubernetesノード。Kubeletレシーバー。')).toBeNull()
  })

  test('unless it is known how it is translated', () => {
    const terms: Record<string, string[]> = { pier: ['Mole'], quay: ['Kai'] }
    expect(repaired('de', 'This pier is closed.', 'This quay is closed.', 'Diese Mole ist geschlossen.', { recall: (words) => terms[words] ?? [] })).toBe(
      'Diese Kai ist geschlossen.',
    )
  })
})

describe('codes', () => {
  test.each([
    ['Read <1>Anna</1> now', 'Read Anna now', 'Lies jetzt <1>Anna</1>', 'Lies jetzt Anna'],
    ['Read Anna now', 'Read <1>Anna</1> now', 'Lies jetzt Anna', 'Lies jetzt <1>Anna</1>'],
    ['Read this', 'Read this<1/>', 'Lies das', 'Lies das<1/>'],
    ['<1>Read</1> Anna', '<1>Read</1> <2>Anna</2>', '<1>Lies</1> Anna', '<1>Lies</1> <2>Anna</2>'],
  ])('%s → %s', (before, after, translation, expected) => {
    expect(repaired('de', before, after, translation)).toBe(expected)
  })

  test('around words that are translated cannot be placed', () => {
    expect(repaired('de', 'Read the book', 'Read <1>the book</1>', 'Lies das Buch')).toBeNull()
  })
})

describe('sentences', () => {
  const before = 'The pier is closed. Ferries leave from the market. Bring 2 coins.'
  const translation = 'Die Mole ist gesperrt. Fähren fahren vom Markt. Bringen Sie 2 Münzen mit.'

  test('one that was removed goes, one that was changed is followed', () => {
    expect(repaired('de', before, 'The pier is closed. Bring 3 coins.', translation)).toBe('Die Mole ist gesperrt. Bringen Sie 3 Münzen mit.')
  })

  test('one that was added comes where it is known', () => {
    const known: Record<string, string[]> = { 'Dogs are welcome.': ['Hunde sind willkommen.'] }
    expect(repaired('de', before, before.replace('Bring', 'Dogs are welcome. Bring'), translation, { recall: (words) => known[words] ?? [] })).toBe(
      'Die Mole ist gesperrt. Fähren fahren vom Markt. Hunde sind willkommen. Bringen Sie 2 Münzen mit.',
    )
    expect(repaired('de', before, before.replace('Bring', 'Dogs are welcome. Bring'), translation)).toBeNull()
  })
})

test('whatever the texts, a proposal has the codes of the new source; without a change it is the translation', () => {
  const text = fc
    .array(fc.constantFrom('Anna', '12', '1,200', 'the', 'boat', '<1/>', '<2/>', '.', 'March', 'https://a.example', '**', 'É', '船'), { maxLength: 8 })
    .map((words) => {
      const seen = new Set<string>()
      return words.filter((word) => !/^<\d/.test(word) || (!seen.has(word) && seen.add(word))).join(' ')
    })
  fc.assert(
    fc.property(text, text, text, (before, after, translation) => {
      const proposal = repaired('de', before, after, translation)
      if (proposal !== null)
        expect(
          codes(proposal)
            .map(({ id }) => id)
            .sort(),
        ).toEqual(
          codes(after)
            .map(({ id }) => id)
            .sort(),
        )
      expect(repaired('de', before, before, before)).toBe(before.trim())
    }),
    { numRuns: 500 },
  )
})
