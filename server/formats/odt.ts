import type { Format } from './format.js'
import { odfContainer } from './odt/container.js'
import { localiseOdf } from './odt/localise.js'
import { spellOdf } from './odt/spell.js'
import { odfTreatments } from './odt/treatments.js'
import { relinkXml } from './xml/localise.js'
import { treeProblems } from './xml/problems.js'
import { readBlocks } from './xml/read.js'
import { readTree } from './xml/tree.js'
import { xml } from './xml.js'

/** OpenDocument texts, also presentations and spreadsheets as far as their texts go. */
export const odt: Format = {
  ...xml,
  id: 'odt',
  name: 'OpenDocument',
  extensions: ['.odt', '.ott', '.odp', '.otp', '.ods', '.ots'],
  container: odfContainer,
  recognises: (bytes) => Buffer.from(bytes.subarray(0, 100)).toString('latin1').includes('mimetypeapplication/vnd.oasis.opendocument.'),
  read(text) {
    const tree = readTree(text)
    return { blocks: readBlocks(text, tree, odfTreatments(text, tree)), problems: treeProblems(tree) }
  },
  spell: (target, slot) => (slot.context.startsWith('odf ') ? spellOdf(xml.sayable!(target), slot.codes, slot.context.slice('odf '.length)) : xml.spell(target, slot)),
  localise: localiseOdf,
  // Pictures and other parts of the package have addresses too, and stay where they are.
  relink: (raw, link) => (/^<[\w-]+:a\s/.test(raw) ? relinkXml(raw, link) : raw),
}

/** The same in one file of XML. */
export const fodt: Format = { ...odt, id: 'fodt', name: 'Flat OpenDocument', extensions: ['.fodt', '.fodp', '.fods'], container: undefined, recognises: undefined }
