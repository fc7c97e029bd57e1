/** How an element of XML is read. `block`: a text of its own; `inline`: a code in the text around it; `nested`: a text inside that one, as a footnote; `protected`: kept as it is; `preserved`: a text of its own with its white space; `translated`: what an attribute becomes, or an element that is else protected. */
export type ElementTreatment = (typeof elementTreatments)[number]
export const elementTreatments = ['block', 'inline', 'nested', 'protected', 'preserved', 'translated'] as const

export type ElementTreatments = Readonly<Record<string, ElementTreatment>>

/** What one setting of a written list looks like, for a pattern: `code=protected`, `@alt=translated`. */
const setting = String.raw`\s*@?[^\s=,]+\s*=\s*(?:${elementTreatments.join('|')})\s*`

/** What a written list looks like. */
export const elementsPattern = `(?:${setting}(?:,${setting})*,?)?\\s*`

/** Reads `code=protected, @alt=translated`; answers the first setting that cannot be understood instead. */
export function readElements(written: string): ElementTreatments | string {
  const found: Record<string, ElementTreatment> = {}
  for (const each of written.split(',')) {
    if (each.trim() === '') continue
    const [name = '', given] = each.split('=').map((side) => side.trim())
    const treatment = elementTreatments.find((known) => known === given)
    if (name === '' || !treatment) return each.trim()
    Object.defineProperty(found, name, { value: treatment, enumerable: true, configurable: true, writable: true })
  }
  return found
}

export const writeElements = (elements: ElementTreatments): string =>
  Object.entries(elements)
    .map(([name, treatment]) => `${name}=${treatment}`)
    .join(', ')
