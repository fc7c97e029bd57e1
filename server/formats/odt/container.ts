import { Refusal } from '../../errors.js'
import type { Container } from '../format.js'
import { openZip, rewriteZip } from '../zip.js'

/** In the order in which they are read: what the document calls itself comes first. */
const parts = ['meta.xml', 'content.xml', 'styles.xml']

/** OpenDocument's package: https://docs.oasis-open.org/office/OpenDocument/v1.3/ part 2. */
export const odfContainer: Container = {
  open(bytes) {
    const zip = openZip(bytes)
    const manifest = zip.read('META-INF/manifest.xml')
    if (manifest && Buffer.from(manifest).includes('encryption-data')) throw new Refusal('container-encrypted')
    if (!zip.has('content.xml')) throw new Refusal('container-broken', { problem: 'missing', name: 'content.xml' })
    return parts.flatMap((name) => {
      const content = zip.read(name)
      return content ? { name, bytes: content } : []
    })
  },
  close: rewriteZip,
}
