import { isKept } from '../html/attributes.js'
import { voidElements } from '../html/elements.js'
import { readTag } from '../html/tag.js'

/** An HTML element that its author keeps from being translated, over all blocks that stand in it. */
export class KeptElement {
  private name = ''
  private depth = 0

  get open(): boolean {
    return this.depth > 0
  }

  /** What of the HTML from `start` to `end` stands outside of one that begins or ends elsewhere. */
  outside(text: string, start: number, end: number): { start: number; end: number } {
    const content = text.slice(0, end)
    if (!this.open && !/translate/i.test(content.slice(start))) return { start, end }
    const outside = { start: this.open ? end : start, end }
    let earlier = this.open
    const tags = /<\/?[A-Za-z]/g
    tags.lastIndex = start
    for (let match = tags.exec(content); match; match = tags.exec(content)) {
      const tag = readTag(content, match.index)
      if (!tag) break
      tags.lastIndex = tag.end
      if (this.open) {
        if (tag.name === this.name) this.depth += tag.closing ? -1 : 1
        if (this.open) continue
        if (earlier) outside.start = tag.end
        outside.end = end
        earlier = false
      } else if (!tag.closing && !voidElements.has(tag.name) && isKept(content, tag)) {
        this.name = tag.name
        this.depth = 1
        outside.end = tag.start
      }
    }
    return outside
  }
}
