import { readSrx } from '../segment/srx/read.js'

/** Refuses `srx-invalid` where a text is no SRX file that can be used. */
export function checkSrx({ text }: { text: string }): void {
  readSrx(text)
}
