import { namespaces, packageOf, relationship, relationships } from './package.js'

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'

export interface Sheet {
  rows: string
  related?: string[]
  view?: string
}

/** A workbook with these shared strings and sheets. */
export function workbook(strings: string[], sheets: Sheet[], parts: Record<string, string> = {}): Uint8Array {
  return packageOf('xl/workbook.xml', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml', {
    'xl/workbook.xml': `<workbook ${main} ${namespaces}><sheets>${sheets.map((_, at) => `<sheet name="Owls ${at + 1}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships(
      ...sheets.map((_, at) => relationship(`rId${at + 1}`, 'worksheet', `worksheets/sheet${at + 1}.xml`)),
      relationship('rId99', 'sharedStrings', 'sharedStrings.xml'),
    ),
    'xl/sharedStrings.xml': `<sst ${main}>${strings.map((string) => `<si>${string}</si>`).join('')}</sst>`,
    ...Object.fromEntries(
      sheets.flatMap(({ rows, related = [], view = '' }, at) => [
        [`xl/worksheets/sheet${at + 1}.xml`, `<worksheet ${main}>${view}<sheetData>${rows}</sheetData></worksheet>`],
        [`xl/worksheets/_rels/sheet${at + 1}.xml.rels`, relationships(...related)],
      ]),
    ),
    ...parts,
  })
}

export const row = (...cells: string[]): string => `<row>${cells.join('')}</row>`

/** A cell that shows a shared string. */
export const shows = (place: string, index: number): string => `<c r="${place}" t="s"><v>${index}</v></c>`

/** A cell that has its own string. */
export const inline = (place: string, words: string): string => `<c r="${place}" t="inlineStr"><is><t>${words}</t></is></c>`

export const table = (place: string, ...columns: string[]): string =>
  `<table ${main} id="1" name="Owls" ref="${place}" totalsRowShown="0"><tableColumns>${columns.map((name, at) => `<tableColumn id="${at + 1}" name="${name}"/>`).join('')}</tableColumns></table>`
