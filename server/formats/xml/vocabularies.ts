/** Names of elements by how they are read; of attributes that people read, and of those that name a text. */
export type Table = Record<
  'headings' | 'blocks' | 'items' | 'cells' | 'quotes' | 'captions' | 'metadata' | 'inline' | 'nested' | 'kept' | 'keptInline' | 'preserved' | 'attributes' | 'keys',
  string
>

interface Entry {
  namespace: string
  doctype?: RegExp
  /** Names of root elements that have no namespace. */
  roots: string
  table: Partial<Table>
}

/** DocBook 4 and 5: https://tdg.docbook.org/tdg/5.1/ */
const docbook: Partial<Table> = {
  headings: 'title subtitle titleabbrev bridgehead refname refpurpose refentrytitle',
  blocks: 'para simpara formalpara abstract glossdef glossentry primaryie secondaryie seeie textobject alt',
  items: 'listitem member step term',
  cells: 'entry td th',
  quotes: 'blockquote epigraph attribution',
  captions: 'caption',
  inline:
    'emphasis phrase quote foreignphrase link ulink xref olink replaceable acronym abbrev citetitle citation firstterm guibutton guiicon guilabel guimenu guimenuitem guisubmenu menuchoice keycap keycombo keysym mousebutton shortcut productname productnumber trademark subscript superscript inlinemediaobject inlinegraphic anchor wordasword application hardware database errorname errortext interface co',
  nested: 'footnote indexterm',
  kept: 'programlisting screen synopsis cmdsynopsis funcsynopsis classsynopsis programlistingco screenco equation informalequation remark imageobject videoobject audioobject pubsnumber isbn issn',
  keptInline:
    'code command computeroutput userinput constant envar filename function literal markup option parameter property prompt returnvalue sgmltag tag symbol systemitem token type uri varname classname methodname exceptionname interfacename structfield structname email errorcode inlineequation',
  preserved: 'literallayout address',
}

/** DITA 1.3: https://docs.oasis-open.org/dita/dita/v1.3/ */
const dita: Partial<Table> = {
  headings: 'title navtitle searchtitle',
  blocks:
    'p shortdesc abstract cmd info stepresult stepxmp tutorialinfo context result prereq postreq section example note desc linktext glossterm glossdef booktitle mainbooktitle booktitlealt',
  items: 'li sli dt dd step substep choice chhead choption chdesc',
  cells: 'entry stentry',
  quotes: 'lq',
  inline: 'b i u tt sup sub ph q xref term keyword uicontrol wintitle menucascade shortcut cite tm text image line-through overline abbreviated-form',
  nested: 'fn indexterm',
  kept: 'codeblock draft-comment required-cleanup foreign svg-container mathml data-about othermeta resourceid vrmlist',
  keptInline: 'codeph cmdname filepath varname apiname parmname option systemoutput userinput msgnum data unknown state boolean',
  preserved: 'pre lines msgblock screen',
  attributes: 'navtitle spectitle alt',
}

/** TEI P5: https://tei-c.org/release/doc/tei-p5-doc/en/html/ */
const tei: Partial<Table> = {
  headings: 'head',
  blocks: 'p ab l lg sp speaker stage trailer opener closer salute signed dateline figDesc desc',
  items: 'item label',
  cells: 'cell',
  quotes: 'epigraph',
  inline: 'hi emph ref ptr lb cb pb milestone anchor foreign mentioned soCalled persName placeName',
  nested: 'note',
  kept: 'egXML eg formula encodingDesc revisionDesc idno',
  keptInline: 'code gi att val',
}

const svg: Partial<Table> = {
  blocks: 'text desc',
  metadata: 'title',
  inline: 'tspan textPath a',
  kept: 'style script metadata foreignObject',
  attributes: 'aria-label',
}

/** RSS 2.0 and Atom. */
const feed: Partial<Table> = {
  blocks: 'description summary content rights copyright category',
  headings: 'title subtitle',
  kept: 'guid pubDate lastBuildDate language generator docs ttl url width height id updated published uri email icon logo cloud',
}

/** Texts by name: `strings.xml` of Android, properties of Java in XML. */
const android: Partial<Table> = { blocks: 'string item', inline: 'b i u a', keptInline: 'g', keys: 'name' }
const properties: Partial<Table> = { preserved: 'entry', kept: 'comment', keys: 'key' }

export const vocabularies: readonly Entry[] = [
  { namespace: 'http://docbook.org/ns/docbook', doctype: /DocBook/, roots: 'refentry', table: docbook },
  { namespace: '', doctype: /DITA/, roots: 'topic concept task reference bookmap glossentry dita troubleshooting', table: dita },
  { namespace: 'http://www.tei-c.org/ns/1.0', roots: 'TEI TEI.2', table: tei },
  { namespace: 'http://www.w3.org/2000/svg', roots: 'svg', table: svg },
  { namespace: 'http://www.w3.org/2005/Atom', roots: 'rss', table: feed },
  { namespace: '', doctype: /java\.sun\.com\/dtd\/properties\.dtd/, roots: 'properties', table: properties },
  { namespace: '', roots: 'resources', table: android },
]

/** Names that mean the same in most documents. */
export const common: Partial<Table> = {
  headings: 'title heading head h1 h2 h3 h4 h5 h6',
  blocks: 'p para paragraph section chapter div table row list ul ol dl body',
  items: 'li listitem item dt dd',
  cells: 'td th entry cell',
  quotes: 'blockquote',
  captions: 'caption',
  inline: 'b strong bold i em emphasis italic u a br span sub sup small q cite img image',
  nested: 'footnote fn',
  keptInline: 'code',
  kept: 'script style',
  preserved: 'pre verbatim',
  attributes: 'alt title',
}
