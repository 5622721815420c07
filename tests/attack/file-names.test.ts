/** File names made of hostile titles: what a link to the file needs, and what programs that read links would act on. */
import { describe, expect, it } from 'vitest';
import { freePath, safeFileName } from '../../src/notes/file-names';
import { linkTo, propertyLink } from '../../src/notes/links';

describe('a file name', () => {
  it.each([
    ['`= 1+1`', '｀= 1+1｀'],
    ['`$= dv.pages()`', '｀$= dv.pages()｀'],
    ['说明.md', '说明．md'],
    ['READ.MD', 'READ．MD'],
    ['地图\u061c\u00ad\u180e\u3164', '地图'],
  ])('of %s is %s', (title, name) => {
    expect(safeFileName(title, 140)).toBe(name);
  });

  it('can be linked to from a property, backticks or not', () => {
    const path = freePath('通报/应用', '`= 1+1`', new Set(), 140);
    expect(propertyLink(path, '甲')).toBe('[[通报/应用/｀= 1+1｀|甲]]');
  });

  it('that ends in .md leads to itself and not to another note', () => {
    const taken = new Set(['通报/应用/说明.md']);
    const path = freePath('通报/应用', '说明.md', taken, 140);
    expect(linkTo(path, '甲', { inTable: false })).toBe('[[通报/应用/说明．md|甲]]');
  });

  it('is never empty of visible characters', () => {
    expect(safeFileName('\u3164\u00ad\u061c', 140)).toBe('未命名');
  });
});

describe('the address of a markdown link', () => {
  it('holds no marks that come in pairs', () => {
    expect(linkTo('通报/应用/a==b~~c::d.md', '*甲*', { inTable: false })).not.toMatch(/==|~~|::/);
  });
});
