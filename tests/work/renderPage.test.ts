import { describe, expect, test } from 'vitest'
import { encodeText } from '../../server/document/source.js'
import { renderPage } from '../../server/work/renderPage.js'

const textOf = async (text: string, format = 'markdown', locale = 'en') => Buffer.from((await renderPage({ bytes: Buffer.from(text), format, locale })).bytes).toString()
/** What stands in the page's body. */
const bodyOf = async (text: string, format?: string) => (await textOf(text, format)).split('<body>')[1]!.trim()

describe('a page of Markdown', () => {
  test('is what GitHub makes of it', async () => {
    expect(await bodyOf('# Rights\n\n~~No~~ **all**: https://example.org\n\n| a |\n| - |\n| b |\n\n- [x] done\n')).toBe(
      [
        '<h1>Rights</h1>\n<p><del>No</del> <strong>all</strong>: <a href="https://example.org">https://example.org</a></p>',
        '<table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>b</td>\n</tr>\n</tbody>\n</table>',
        '<ul>\n<li><input type="checkbox" disabled="" checked="" /> done</li>\n</ul>',
      ].join('\n'),
    )
  })

  test('shows HTML as readers see it, and data as pictures', async () => {
    expect(await bodyOf('<details>\n\n![](data:image/png;base64,AA==)\n\n</details>\n')).toBe('<details>\n<p><img src="data:image/png;base64,AA==" alt="" /></p>\n</details>')
  })

  test('says its language and direction', async () => {
    expect(await textOf('سلام\n', 'markdown', 'ar')).toContain('<html lang="ar" dir="rtl">')
  })

  test.each([
    ['---\ntitle: Rights\n---\n\nAll.\n', '<p>All.</p>'],
    ['\ufeff+++\r\ntitle = "Rights"\r\n+++\r\nAll.\r\n', '<p>All.</p>'],
  ])('leaves out the front matter of %j', async (source, body) => {
    expect(await bodyOf(source)).toBe(body)
  })
})

describe('a page of MDX is its Markdown', () => {
  test.each([
    ['import A from "a"\nexport const b = {\n  c: `\n\n`,\n}\n\n# Title\n', '<h1>Title</h1>'],
    ['<Note kind="a > b">\n\n    All *words*.\n\n</Note>\n', '<p>All <em>words</em>.</p>'],
    ['All {count} <b>words</b>{/* no */}.\n', '<p>All  words.</p>'],
    ['Code `<b>{x}</b>` and \\{y} stay.\n', '<p>Code <code>&lt;b&gt;{x}&lt;/b&gt;</code> and {y} stay.</p>'],
    [
      '```jsx\n<A b={c}/>\n```\n\n~~~\nimport a from "b"\n~~~\n',
      '<pre><code class="language-jsx">&lt;A b={c}/&gt;\n</code></pre>\n<pre><code>import a from &quot;b&quot;\n</code></pre>',
    ],
    ['Open {brace and ` tick and < angle\n', '<p>Open {brace and ` tick and &lt; angle</p>'],
  ])('%j', async (source, body) => {
    expect(await bodyOf(source, 'mdx')).toBe(body)
  })
})

describe('a page of HTML is the document, byte for byte, with its encoding', () => {
  test.each([
    ['html', encodeText('<meta charset="windows-1251"><p>Право</p>', 'windows-1251'), 'text/html; charset=windows-1251'],
    ['html', Buffer.from('<p>Droit</p>'), 'text/html; charset=utf-8'],
    ['html', Buffer.from('\ufeff<p>Droit</p>', 'utf16le'), 'text/html; charset=utf-16le'],
    ['xhtml', Buffer.from('<html xmlns="http://www.w3.org/1999/xhtml"><p>Droit</p></html>'), 'application/xhtml+xml; charset=utf-8'],
  ])('%s %#', async (format, bytes, type) => {
    expect(await renderPage({ bytes, format, locale: 'fr' })).toEqual({ type, bytes })
  })
})

describe('no page', () => {
  test('comes of formats that browsers do not show', async () => {
    await expect(renderPage({ bytes: Buffer.from('a'), format: 'docx', locale: 'en' })).rejects.toMatchObject({ code: 'page-unavailable' })
  })

  test('comes of a document that is too large', async () => {
    await expect(renderPage({ bytes: Buffer.alloc(2 * 1024 * 1024 + 1, 'a '), format: 'markdown', locale: 'en' })).rejects.toMatchObject({
      code: 'page-too-large',
      details: { limit: 2 },
    })
  })
})
