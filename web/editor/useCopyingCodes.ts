import { useEffect } from 'react'
import { escapeText } from '../../server/document/codes.js'

/** The selected text as an editor takes it: chips as the codes that they stand for, what is only heard left out, literal texts escaped. Null where no chip is in it. */
function codedText(selection: Selection): string | null {
  const fragment = document.createElement('div')
  for (let index = 0; index < selection.rangeCount; index++) fragment.append(selection.getRangeAt(index).cloneContents())
  if (!fragment.querySelector('[data-tag]')) return null
  for (const heard of fragment.querySelectorAll('.heard')) heard.remove()
  const walker = document.createTreeWalker(fragment, NodeFilter.SHOW_TEXT)
  const texts: string[] = []
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const tag = node.parentElement?.closest<HTMLElement>('[data-tag]')?.dataset.tag
    texts.push(tag ?? escapeText(node.textContent ?? ''))
  }
  return texts.join('')
}

/** Copying from a shown text takes its codes along, so that they are codes again where they are pasted. Editors and fields copy by themselves. */
export function useCopyingCodes(): void {
  useEffect(() => {
    const onCopy = (event: ClipboardEvent) => {
      const selection = document.getSelection()
      if (!selection || selection.isCollapsed || event.defaultPrevented) return
      const text = codedText(selection)
      if (text === null) return
      event.clipboardData?.setData('text/plain', text)
      event.preventDefault()
    }
    document.addEventListener('copy', onCopy)
    return () => document.removeEventListener('copy', onCopy)
  }, [])
}
