import type { Format } from './format.js'
import { sayableCue, spellCue, type SayWords } from './timedText/cueWords.js'
import { readVtt } from './vtt/read.js'

/** WebVTT: https://www.w3.org/TR/webvtt1/ */
export const vtt: Format = {
  id: 'vtt',
  name: 'WebVTT',
  extensions: ['.vtt'],
  recognises: (bytes) => /^(?:\xef\xbb\xbf)?WEBVTT(?:[ \t\r\n]|$)/.test(Buffer.from(bytes.subarray(0, 16)).toString('latin1')),
  read: readVtt,
  spell: (target, { codes }) => spellCue(target, codes, say, escaped),
  sayable: (target) => sayableCue(target, say),
  localise(text, { locale }) {
    const [, value] = /^WEBVTT[^\n]*\n(?:[^\n]+\n)*?Language:[ \t]*(\S+)/d.exec(text)?.indices ?? []
    return value ? [{ start: value[0], end: value[1], text: locale }] : []
  },
}

/** A blank line would end the cue: the line separator stands for its first break. */
const say: SayWords = (words) => words.replaceAll('\0', '\ufffd').replace(/\n(?=\n)/g, '\u2028')

/** Numeric references are not known everywhere, named ones are. */
const escaped = (words: string): string =>
  words
    .replace(/&(?=[#A-Za-z])/g, '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('-->', '--&gt;')
