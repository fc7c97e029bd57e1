import { describe, expect, test } from 'vitest'
import type { FormatOptions } from '../../../server/formats/format.js'
import { html } from '../../../server/formats/html.js'
import { readDocument } from '../../../server/formats/readDocument.js'
import { writeDocument } from '../../../server/formats/writeDocument.js'

const read = (page: string, options: FormatOptions = {}, format = 'html') => readDocument(Buffer.from(page), { format, segmentation: 'block', locale: 'en', ...options }).units
const texts = (page: string, options: FormatOptions = {}, format = 'html') => read(page, options, format).map(({ text }) => text)

describe('what is text', () => {
  test.each<[string, string[]]>([
    ['<title>Fares</title><meta name=description content="All fares"><meta name=viewport content="none">', ['Fares', 'All fares']],
    ['<p title="A tip">Text', ['A tip', 'Text']],
    ['<img alt="Quay"><input type=submit value=Send><input value=nothing><input placeholder="Your name">', ['Quay', 'Send', 'Your name']],
    [
      '<table summary="Fares"><th abbr="w">Who</table><select><optgroup label="Ferries"><option value=a>North<option>South</select>',
      ['Fares', 'w', 'Who', 'Ferries', 'North', 'South'],
    ],
    ['<pre>Roses  are\n red</pre>', ['Roses  are\n red']],
    ['<textarea placeholder="Message">Dear  harbour,\n&amp; <b></textarea>', ['Message', 'Dear  harbour,\n& <b>']],
    ['<noscript><p>Without</p></noscript><template><p>Within</p></template>', ['Without', 'Within']],
    ['<details><summary>More</summary>Text</details><figure><figcaption>Plan</figcaption></figure>', ['More', 'Text', 'Plan']],
    ['<p>A <ruby>漢<rt>kan</rt></ruby><wbr> <bdi>b</bdi>', ['A <1>漢<2>kan</2></1><3/> <4>b</4>']],
    ['<svg aria-label="Plan"><title>The plan</title><text>North <tspan>pier</tspan></text></svg>', ['Plan', 'The plan', 'North <1>pier</1>']],
    ['<p>A <svg><path d=""/></svg> b', ['A <1/> b']],
    ['<video><track label="English"><p>No video</video>', ['English', 'No video']],
    ['<p>A <iframe title="The map">no</iframe> b', ['A <1>The map</1><2/> b']],
  ])('%s', (page, wanted) => expect(texts(page)).toEqual(wanted))
})

describe('what stays as it is', () => {
  test.each<[string, string[]]>([
    ['<script>"<p>no"</script><style>p > b {}</style><script type="application/ld+json">{"name": "no"}</script>', []],
    ['<pre><code>no</code></pre><p>Run <code>no</code>', ['Run <1/>']],
    ['<p translate=no>no<p>Yes', ['Yes']],
    ['<div class="a notranslate">no <p>no</p> <span translate=yes>Yes <span>too</span></span> no</div>', ['Yes <1>too</1>']],
    ['<p>Never <span translate=no>ending <b>no<p>Yes', ['Never <1/>', 'Yes']],
    ['<p>A <span translate=no>b <span>c</span> d</span> e', ['A <1/> e']],
    ['<p>One</p><!-- translate:off --><p>no</p><!-- translate:on --><p>Two</p>', ['One', 'Two']],
    ['<!--[if IE]><p>no</p><![endif]--><![if !IE]><p>Yes</p><![endif]>', ['Yes']],
    ['<?php if ($a->b) { echo "<p>no"; } ?><p>Yes <?= $a->b ?>', ['Yes <1/>']],
    ['<p>Hi {{ name | or("you") }}, {% if a > b %}x{% endif %} <%= a > b ? 1 : 2 %>', ['Hi <1/>, <2/>x<3/> <4/>']],
    ['<p {% if a > b %}class=x{% endif %} title="{{ f("no") }}">Yes', ['Yes']],
    ['<p>Two {{ braces', ['Two {{ braces']],
  ])('%s', (page, wanted) => expect(texts(page)).toEqual(wanted))

  test('what the settings name, and more that they have translated', () => {
    expect(
      texts('<p>Press <kbd>no</kbd><div class="box no-box">no</div><p data-title="Yes" data-x="no">Text', { protect: ['kbd', '.no-box'], attributes: ['data-title'] }),
    ).toEqual(['Press <1/>', 'Yes', 'Text'])
  })
})

describe('a text may follow an element that is kept and never ends', () => {
  test.each([
    ['<div><p>A <span translate=no>b</div><p>C', '<div><p>Z <span translate=no>b</span> x</div><p>C'],
    ['<p>A <span translate=no>b <span>c<p>C', '<p>Z <span translate=no>b <span>c</span></span> x<p>C'],
    ['<p>A <code>b <b>c', '<p>Z <code>b <b>c</code> x'],
    ['<p>A <code>b <i', '<p>Z <code>b </code> x<i'],
    ['<p>A <code>b <textarea>c', '<p>Z <code>b </code> x<textarea>c'],
    ['<p>A <iframe title="Map">b', '<p>Z <iframe title="Map">b</iframe> x'],
  ])('%s', (page, wanted) => {
    const [unit] = read(page)
    const target = unit!.text.replace('A', 'Z') + ' x'
    const written = Buffer.from(writeDocument(Buffer.from(page), html, [{ ...unit!, target }])).toString()
    expect(written).toBe(wanted)
    expect(texts(written)[0]).toBe(target)
  })
})

test('authors tell translators, and say what stands within a text, by ITS', () => {
  const page =
    '<div its-loc-note="Of the harbour"><p>Quay <b its-loc-note="A &quot;number&quot;">7</b></p></div><div>One<div its-within-text=yes>two</div>three <i its-within-text=no>Alone</i></div>'
  expect(read(page).map(({ text, note }) => [text, note])).toEqual([
    ['Quay <1>7</1>', 'Of the harbour\nA "number"'],
    ['One<1>two</1>three', null],
    ['Alone', null],
  ])
})

test('elements and attributes named like what every object has are like all others', () => {
  const [unit] = read('<p>A <constructor constructor="no" title="Yes">b</constructor>')
  expect(unit?.text).toBe('A <1>Yes</1><2>b</2>')
  expect(unit?.codes[1]).toMatchObject({ type: 'html', label: 'constructor' })
})

test('a name in a tag ends with white space as HTML has it, not with a space that does not break', () => {
  expect(texts('<p>A <b\u00a0c title="Yes">b</b\u00a0c>')).toEqual(['A <1>Yes</1><2>b</2>'])
})

test('end tags that authors leave out are implied as the standard says', () => {
  const page =
    '<ul><li>One<ul><li>Inner</ul><li>Two<p>More</ul><dl><dt>Term<dd>Meaning<dt>Next</dl><table><caption>Fares<tr><th>Who<td>Much<tbody><tr><td>Child<table><tr><td>In</table>after</table>After<h2>Head<h3>Next</h3>'
  expect(read(page).map(({ text, kind, level }) => `${text} ${kind} ${level}`)).toEqual([
    ...['One list-item 1', 'Inner list-item 2', 'Two list-item 1', 'More list-item 1', 'Term list-item 1', 'Meaning list-item 1', 'Next list-item 1'],
    ...[
      'Fares caption 0',
      'Who table-cell 0',
      'Much table-cell 0',
      'Child table-cell 0',
      'In table-cell 0',
      'after table-cell 0',
      'After paragraph 0',
      'Head heading 2',
      'Next heading 3',
    ],
  ])
})

describe('XHTML', () => {
  test.each<[string, string[]]>([
    ['<p>A <a id="x"/>b <br/> &copy c &amp; d</p>', ['A <1/>b <2/> &copy c & d']],
    ['<div/><p>&company; &eacute;</p><p title="&company; no">Yes</p>', ['<1/> é', 'Yes']],
    ['<p>A <![CDATA[<b> &amp;]]> c</p>', ['A <b> &amp; c']],
    ['<title/><p>Yes <?page a > b?> <!-- --!> no -->and</p>', ['Yes <1/> <2/>and']],
    ['<!DOCTYPE html [<!ENTITY a "<p>no</p>">]><p>Yes</p>', ['Yes']],
  ])('%s', (page, wanted) => expect(texts(page, {}, 'xhtml')).toEqual(wanted))

  test('is known by its declaration or document type in a page of HTML', () => {
    expect(texts('<?xml version="1.0"?><p>&company; a</p>')).toEqual(['<1/> a'])
    expect(texts('<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x"><p>&company; a</p>')).toEqual(['<1/> a'])
    expect(texts('<!DOCTYPE html><p>&company; a</p>')).toEqual(['&company; a'])
  })
})

describe('elements that nest too deeply', () => {
  const inside = ['<div>', '<b>', '<table><tr><td>', '<ul><li>', '<span translate=no><div>', '<font color=red>']
  test.each(inside)('stay as they are from there on, with a warning that says where: %s, again and again', (tags) => {
    const { units, problems } = readDocument(Buffer.from(`<p>Before</p>${tags.repeat(100_000)}Within`), { format: 'html', segmentation: 'block', locale: 'en' })
    expect(units.map(({ text }) => text)).toEqual(['Before'])
    expect(problems).toMatchObject([{ code: 'too-deep', severity: 'warning' }])
  })

  test('are read where their end tags are left out', () => {
    expect(texts('<p>A<li>B'.repeat(2000))).toHaveLength(4000)
  })

  test('and a text may be translated in front of them', () => {
    const page = Buffer.from(`<div>Before <span translate=no>${'<div>'.repeat(2000)}Within`)
    const [unit] = read(page.toString())
    expect(unit!.text).toBe('Before <1/>')
    const written = writeDocument(page, html, [{ ...unit!, target: 'Avant <1/>' }])
    expect(Buffer.from(written).toString()).toBe(page.toString().replace('Before', 'Avant'))
  })
})
