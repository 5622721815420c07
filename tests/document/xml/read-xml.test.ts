import { describe, expect, test } from 'vitest';
import { isXmlFault, readXml } from '../../../src/document/xml/read-xml';
import { attributeOf, decodeEntities, type XmlElement } from '../../../src/document/xml/xml-element';
import { within } from '../../support/processor-time';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/** An element as nested lists: its name, then its children. */
function shape(element: XmlElement): unknown[] {
  return [element.name, ...element.children.map((child) => (typeof child === 'string' ? child : shape(child)))];
}

function read(text: string, without?: ReadonlySet<string>): unknown {
  const root = readXml(text, without);
  return isXmlFault(root) ? root.fault : shape(root);
}

describe('the XML reader', () => {
  test('names come under one prefix, whatever the file calls them and wherever it says so', () => {
    expect(read(`<w:a ${W}><w:b/><b xmlns="http://purl.oclc.org/ooxml/wordprocessingml/main"><c/></b><x:d xmlns:x="urn:other"/></w:a>`)).toEqual(['w:a', ['w:b'], ['w:b', ['w:c']], ['?:d']]);
  });

  test('text, references, CDATA and comments; blanks between elements are nothing, blanks alone in one are text', () => {
    expect(read(`<?xml version="1.0"?>\n<!-- c > -->\n<w:a ${W}>\n <w:b> </w:b>\n <w:c>1 &lt; 2 &amp;amp; &#20013;&#x4e2d;<!-- x --><![CDATA[ <&> ]]>&unknown;</w:c>\n</w:a>\n`)).toEqual(['w:a', ['w:b', ' '], ['w:c', '1 < 2 &amp; 中中 <&> &unknown;']]);
  });

  test('text beside elements stays', () => {
    expect(read('<a>一<b/> 二 <c/>三</a>')).toEqual(['?:a', '一', ['?:b'], ' 二 ', ['?:c'], '三']);
  });

  test('attributes are found by their local name, quotes and angle brackets inside them are values', () => {
    const root = readXml(`<w:a ${W} w:x="val='no'" w:val = 'a > "b" &amp; c' other:id="7"/>`) as XmlElement;
    expect([attributeOf(root, 'val'), attributeOf(root, 'id'), attributeOf(root, 'x'), attributeOf(root, 'al')]).toEqual(['a > "b" & c', '7', "val='no'", null]);
  });

  test('elements that are not wanted are left out with all that is in them', () => {
    expect(read(`<w:a ${W}><w:skip><w:skip><w:b/></w:skip>text</w:skip><w:c/></w:a>`, new Set(['w:skip']))).toEqual(['w:a', ['w:c']]);
  });

  test.each([
    '<a><b></a></b>', '<a>', '</a>', '<a></b>', '<a', '<a b="c', '<a/><b/>', '', 'text', '<a><!-- </a>', '<a><![CDATA[ </a>', '<a <b/>', '<>', '<a></a', '<?x',
  ])('not well-formed: %s', (text) => {
    expect(read(text)).toBe('malformed');
  });

  test.each(['<!DOCTYPE a><a/>', '<a/><!DOCTYPE a>', '<?xml version="1.0"?>\n<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'])('a DOCTYPE: %s', (text) => {
    expect(read(text)).toBe('doctype');
  });

  test('depth and number of elements are bounded, and hostile texts are read in no time', async () => {
    expect(read('<a>'.repeat(300) + '</a>'.repeat(300))).toBe('too-large');
    expect(read(`<w:a ${W}>${'<w:s>'.repeat(300)}`, new Set(['w:s']))).toBe('too-large');
    expect(await within(3000, () => read(`<a>${'<b/>'.repeat(1_600_000)}</a>`))).toBe('too-large');
    for (const piece of ['<a ', '<!--', '<![CDATA[', '<?', '<a b="', '&', '<a><b>', ']]>', '<a xmlns:a=""', '</']) await within(3000, () => read(piece.repeat(100_000)));
  });
});

describe('references', () => {
  test.each([
    ['&lt;&gt;&amp;&quot;&apos;', '<>&"\''], ['&#20013;&#x4E2D;', '中中'], ['&amp;lt; &#38;lt;', '&lt; &lt;'], ['&nbsp; & &; &#; &#x; &#0; &#x110000; &lt', '&nbsp; & &; &#; &#x; &#0; &#x110000; &lt'], ['a & b &lt; c', 'a & b < c'], ['没有', '没有'],
  ])('%s', (source, text) => {
    expect(decodeEntities(source)).toBe(text);
  });

  test('a text of nothing else is read in no time', async () => {
    expect(await within(3000, () => decodeEntities('&amp;'.repeat(1_000_000)))).toBe('&'.repeat(1_000_000));
    expect(await within(3000, () => decodeEntities(`${'&'.repeat(2_000_000)};`))).toHaveLength(2_000_001);
  });
});
