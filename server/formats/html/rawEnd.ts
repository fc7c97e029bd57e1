const names = ['script', 'style', 'textarea', 'title', 'xmp', 'iframe', 'noembed', 'noframes'] as const
const endTags = new Map<string, RegExp>(names.map((name) => [name, new RegExp(`</${name}(?=[\\t\\n\\f\\r />])`, 'gi')]))
const scriptMarks = /<!--|-->|<(\/?)script(?=[\t\n\f\r />])/gi

/** Whether the content of an element is no markup. */
export const isRaw = (name: string): boolean => endTags.has(name) || name === 'plaintext'

/** Where the raw content of an element ends that begins at `start`: at its end tag, or with the text. */
export function rawEnd(text: string, name: string, start: number): number {
  const endTag = endTags.get(name)
  if (!endTag) return text.length
  if (name === 'script') return scriptEnd(text, start)
  endTag.lastIndex = start
  return endTag.exec(text)?.index ?? text.length
}

/** In a comment of a script, a script may begin and end: https://html.spec.whatwg.org/#script-data-escaped-state */
function scriptEnd(text: string, start: number): number {
  let state: 'data' | 'comment' | 'script' = 'data'
  scriptMarks.lastIndex = start
  for (let match = scriptMarks.exec(text); match; match = scriptMarks.exec(text)) {
    if (match[0] === '-->') state = 'data'
    else if (match[0] === '<!--') {
      if (state === 'data') state = 'comment'
      // `<!-->` is a whole comment.
      scriptMarks.lastIndex = match.index + 2
    } else if (match[1] === '') {
      if (state === 'comment') state = 'script'
    } else if (state === 'script') state = 'comment'
    else return match.index
  }
  return text.length
}
