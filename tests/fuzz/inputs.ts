import fc from 'fast-check'
import { readdirSync, readFileSync } from 'node:fs'
import type { Format } from '../../server/formats/format.js'

/** No input is longer: what takes long is for the doubling texts. */
const longest = 16 * 1024

/** What is markup in some format. */
const marks = [
  ...[
    '<',
    '>',
    '&',
    '&amp;',
    '&#0;',
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '<?',
    '?>',
    '<a b="',
    '</a>',
    '<p>',
    '"',
    "'",
    '`',
    '``',
    '```',
    '*',
    '**',
    '_',
    '__',
    '#',
    '~',
    '^',
    '+',
    '++',
    '$$',
  ],
  ...[
    '[',
    ']',
    '](',
    '![',
    '[^',
    '[[',
    ']]',
    '{',
    '}',
    '{{',
    '((',
    '))',
    '<<',
    '>>',
    '|',
    '|===',
    '===',
    '====',
    '----',
    '---\n',
    '+++\n',
    '....',
    '::',
    ';;',
    ':',
    '://',
    '\\',
    '\n',
    '\n\n',
    '\r',
    '\r\n',
  ],
  ...[
    '\t',
    ' ',
    '\0',
    '\ufeff',
    '\u2028',
    '\u00a0',
    '\ud83d\udc4b',
    'e\u0301',
    '\u202e',
    '-->',
    '00:00:01.000 --> 00:00:02.000\n',
    'WEBVTT\n',
    '1\n',
    '- ',
    '* ',
    '1. ',
    '> ',
    '= ',
    '    ',
    'import x',
    'export',
    '<!DOCTYPE x [<!ENTITY a "b">]>',
  ],
].map((mark) => Buffer.from(mark))

type Mutation =
  | { type: 'flip'; at: number; bit: number }
  | { type: 'insert'; at: number; bytes: Uint8Array }
  | { type: 'delete' | 'truncate'; at: number; length: number }
  | { type: 'repeat'; at: number; length: number; times: number }
  | { type: 'splice'; at: number; from: number; length: number; other: number }

const place = fc.nat(1 << 20)
const length = fc.oneof(fc.nat(16), fc.nat(4096))
const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.record({ type: fc.constant('flip' as const), at: place, bit: fc.nat(7) }),
  fc.record({ type: fc.constant('insert' as const), at: place, bytes: fc.oneof(fc.constantFrom(...marks), fc.uint8Array({ maxLength: 8 })) }),
  fc.record({ type: fc.constantFrom('delete' as const, 'truncate' as const), at: place, length }),
  fc.record({ type: fc.constant('repeat' as const), at: place, length, times: fc.nat(40) }),
  fc.record({ type: fc.constant('splice' as const), at: place, from: place, length, other: fc.nat(50) }),
)

/** Samples of a format, hurt: bytes flipped, inserted, deleted, repeated, cut off, two samples spliced. Of containers, the archive's bytes or those of a text in it. */
export function inputsOf(format: Format): fc.Arbitrary<Uint8Array> {
  const folder = `tests/samples/${format.id}`
  const samples = readdirSync(folder).map((name): Uint8Array => readFileSync(`${folder}/${name}`))
  const whole = hurt(samples)
  if (!format.container) return whole
  const { open, close } = format.container
  const insides = samples.flatMap((sample) => {
    const parts = open(sample)
    const others = parts.map(({ bytes }) => bytes)
    return parts.map(({ name, bytes }) => hurt([bytes], others).map((changed) => close(sample, new Map([[name, changed]]))))
  })
  return fc.oneof(whole, { arbitrary: fc.oneof(...insides), weight: 3 })
}

const hurt = (samples: readonly Uint8Array[], others = samples): fc.Arbitrary<Uint8Array> =>
  fc
    .tuple(fc.constantFrom(...samples), fc.array(mutation, { minLength: 1, maxLength: 8 }))
    .map(([sample, mutations]) => mutations.reduce((bytes, mutated) => apply(bytes, mutated, others), sample).subarray(0, longest))

function apply(bytes: Uint8Array, mutated: Mutation, others: readonly Uint8Array[]): Uint8Array {
  const at = mutated.at % (bytes.length + 1)
  const before = bytes.subarray(0, at)
  const after = bytes.subarray(at)
  switch (mutated.type) {
    case 'flip': {
      const changed = Uint8Array.from(bytes)
      if (at < changed.length) changed[at] = (changed[at] ?? 0) ^ (1 << mutated.bit)
      return changed
    }
    case 'insert':
      return Buffer.concat([before, mutated.bytes, after])
    case 'delete':
      return Buffer.concat([before, after.subarray(mutated.length)])
    case 'truncate':
      return before
    case 'repeat': {
      const stretch = after.subarray(0, mutated.length)
      return Buffer.concat([before, ...Array.from({ length: Math.min(mutated.times, Math.ceil(longest / 2 / (mutated.length + 1))) }, () => stretch), after])
    }
    case 'splice': {
      const other = others[mutated.other % others.length]!
      const from = mutated.from % (other.length + 1)
      return Buffer.concat([before, other.subarray(from, from + mutated.length), after])
    }
  }
}
