import { describe, expect, it } from 'vitest';
import { childNamed, readXmlSafely } from './index.ts';

describe('reading XML', () => {
  it('resolves names, entities and character data, and knows where elements stand', () => {
    const read = readXmlSafely('\uFEFF<?xml version="1.0"?>\n<!-- a comment -->\n<m:a xmlns:m="urn:m" xmlns="urn:d">\n  <b id="x" title="1 &lt; 2 &#x41;"><![CDATA[a < b]]> &amp; c</b>\n</m:a>');
    if (!read.ok) throw new Error(read.error.message);
    const { root, lineOf } = read.value;
    const b = childNamed(root, 'b');
    expect([root.name, root.namespace, b?.namespace]).toEqual(['a', 'urn:m', 'urn:d']);
    expect(b?.attributes.title).toBe('1 < 2 A');
    expect(b?.text).toBe('a < b & c');
    expect([lineOf('x'), lineOf('y')]).toEqual([4, null]);
  });

  it.each([
    ['a document type', '<?xml version="1.0"?>\n<!DOCTYPE a [<!ENTITY b "c">]>\n<a/>', 'xml-document-type', 2],
    ['an entity of its own', '<a>\n&b;</a>', 'xml-unknown-entity', 1],
    ['deep elements', '<a>'.repeat(201), 'xml-too-deep', 1],
    ['a large file', `<a>${' '.repeat(10 * 1024 * 1024)}</a>`, 'xml-too-large', 1],
    ['an element that is not closed', '<a>\n<b>\n</a>', 'xml-not-well-formed', 3],
    ['an attribute without quotes', '<a\nb=c/>', 'xml-not-well-formed', 2],
    ['an attribute twice', '<a b="1" b="2"/>', 'xml-not-well-formed', 1],
    ['a prefix that is not declared', '<x:a/>', 'xml-not-well-formed', 1],
    ['two outermost elements', '<a/>\n<b/>', 'xml-not-well-formed', 2],
    ['no XML', 'process: order', 'xml-not-well-formed', 1],
    ['nothing', '', 'xml-not-well-formed', 1],
  ])('refuses %s', (_, text, code, line) => {
    const read = readXmlSafely(text);
    expect(read.ok).toBe(false);
    if (!read.ok) expect(read.error).toMatchObject({ severity: 'error', code, line });
  });

  it('reads ten megabytes in seconds', () => {
    const read = readXmlSafely(`<r>${'<a b="c">text</a>\n'.repeat(400_000)}</r>`);
    expect(read.ok).toBe(true);
  }, 10_000);
});
