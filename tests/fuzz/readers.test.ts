import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formats } from '../../server/formats/index.js'
import { examine } from './examine.js'
import { hardTexts, spell } from './hardTexts.js'
import { inputsOf } from './inputs.js'

const answers = ['read', 'empty', 'refused', 'not-read-back']

describe.each(formats.map((format) => [format.id, format] as const))('%s', (_, format) => {
  test('any hurt sample is read, or refused; and what is read is written without another byte changed', () => {
    fc.assert(
      fc.property(inputsOf(format), (bytes) => {
        expect(answers).toContain(examine(format, bytes))
      }),
      { numRuns: 150 },
    )
  })

  test('a hard text, however often it says the same, is answered', () => {
    for (const name of hardTexts(format)) expect(answers).toContain(examine(format, spell(format, name, 4096)))
  })
})
