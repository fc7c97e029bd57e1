import { Refusal } from '../../errors.js'
import type { Container } from '../format.js'
import { valuesOf } from '../xml/pointer.js'
import { readTree, type XmlElement } from '../xml/tree.js'
import { openZip, rewriteZip, type Zip } from '../zip.js'

/** Methods that disguise fonts, and need no key: https://www.w3.org/TR/epub-33/#sec-font-obfuscation */
const fontMethods = new Set(['http://www.idpf.org/2008/embedding', 'http://ns.adobe.com/pdf/enc#RC'])

/** EPUB's container: https://www.w3.org/TR/epub-33/#sec-ocf */
export const epubContainer: Container = {
  open(bytes) {
    const zip = openZip(bytes)
    const path = packagePath(zip)
    const names = [path, ...contents(textOf(zip, path), path)].filter((name) => zip.has(name))
    const locked = encrypted(zip)
    if (names.some((name) => locked.has(name))) throw new Refusal('container-encrypted')
    return [...new Set(names)].map((name) => ({ name, bytes: zip.read(name)! }))
  },
  close: rewriteZip,
}

/** An entry as text; all of those that are read here are names and addresses. */
function textOf(zip: Zip, name: string): string {
  const bytes = zip.read(name)
  if (!bytes) throw new Refusal('container-broken', { problem: 'missing', name })
  return Buffer.from(bytes).toString(bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf16le' : 'utf8')
}

const elementsOf = (text: string, local: string): XmlElement[] => readTree(text).elements.filter((element) => element.local === local)

function packagePath(zip: Zip): string {
  const name = 'META-INF/container.xml'
  const text = textOf(zip, name)
  const path = elementsOf(text, 'rootfile').map((element) => valuesOf(text, element).get('full-path'))[0]
  if (path === undefined) throw new Refusal('container-broken', { problem: 'missing', name })
  return path
}

/** Names of the navigation and of the pages, in reading order. */
function contents(text: string, path: string): string[] {
  const items = elementsOf(text, 'item').map((element) => valuesOf(text, element))
  const byId = new Map(items.map((item) => [item.get('id'), item]))
  const navigation = items.filter((item) => item.get('properties')?.split(/\s+/).includes('nav') || item.get('media-type') === 'application/x-dtbncx+xml')
  const pages = elementsOf(text, 'itemref').flatMap((element) => byId.get(valuesOf(text, element).get('idref')) ?? [])
  return [...navigation, ...pages].filter((item) => /xml/.test(item.get('media-type') ?? '')).flatMap((item) => resolve(path, item.get('href') ?? '') ?? [])
}

/** The entry that an address in the package means; null where it is none. */
function resolve(path: string, address: string): string | null {
  try {
    const url = new URL(address, `epub:///${path.split('/').map(encodeURIComponent).join('/')}`)
    return url.protocol === 'epub:' ? decodeURIComponent(url.pathname.slice(1)) : null
  } catch {
    return null
  }
}

/** Names of the entries that need a key. */
function encrypted(zip: Zip): ReadonlySet<string> {
  const name = 'META-INF/encryption.xml'
  const found = new Set<string>()
  if (!zip.has(name)) return found
  const text = textOf(zip, name)
  let method: string | undefined
  for (const element of readTree(text).elements) {
    if (element.local === 'EncryptedData') method = undefined
    if (element.local === 'EncryptionMethod') method = valuesOf(text, element).get('Algorithm')
    const address = element.local === 'CipherReference' ? valuesOf(text, element).get('URI') : undefined
    const entry = address === undefined || fontMethods.has(method ?? '') ? null : resolve('', address)
    if (entry !== null) found.add(entry)
  }
  return found
}
