import { expect, test } from 'vitest'
import { formatOfContent } from '../../server/formats/index.js'
import { row, shows, workbook } from './ooxml/sheets.js'
import { line, shape, slides, words } from './ooxml/slides.js'
import { paragraph, run, word } from './ooxml/word.js'

test.each([
  ['docx', word(paragraph(run('Owls')))],
  ['pptx', slides([{ shapes: shape(line(words('Owls'))) }])],
  ['xlsx', workbook(['<t>Owl</t>'], [{ rows: row(shows('A1', 0)) }])],
  [undefined, Buffer.from('PK\x03\x04 and more')],
])('an office file without a known ending is told by its content: %s', (id, bytes) => {
  expect(formatOfContent(bytes)?.id).toBe(id)
})
