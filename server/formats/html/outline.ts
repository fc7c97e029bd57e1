/** Headings above a place, outermost first; readers of a whole document share one. */
export class Outline {
  private headings: { level: number; text: string }[] = []
  path: string[] = []

  add(level: number, text: string): void {
    this.headings = [...this.headings.filter((heading) => heading.level < level), { level, text: text.trim() }]
    this.path = this.headings.map((heading) => heading.text)
  }
}
