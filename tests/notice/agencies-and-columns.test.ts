import { describe, expect, it } from 'vitest';
import { agencyOfSource, agencyOfUrl, findAgency, isOnlyAgency, originalUrl } from '../../src/notice/agencies';
import { annexNumber, isCaption, isCaptionParagraph } from '../../src/notice/captions';
import { fieldsOfHeader } from '../../src/notice/columns';
import { findIssuer } from '../../src/notice/issuer';
import { chooseTitle, kindOfTitle } from '../../src/notice/titles';

describe('agencies', () => {
  it.each([
    ['2.内蒙古自治区通信管理局下架的应用软件名单', '内蒙古自治区通信管理局', 'nmg-ca'],
    ['附件3：上海通管局通报名单', '上海市通信管理局', 'sh-ca'],
    ['附件1：工业和信息化部通报存在问题的应用软件名单', '工业和信息化部', 'miit'],
    ['国家计算机病毒应急处理中心监测发现14款违规移动应用', '国家计算机病毒应急处理中心', 'cverc'],
  ])('%s', (text, authority, code) => {
    expect(findAgency(text)).toMatchObject({ authority, code });
  });
  it('knows a signature from a sentence', () => {
    expect(isOnlyAgency('工业和信息化部信息通信管理局')).toBe(true);
    expect(isOnlyAgency('浙江省通信管理局')).toBe(true);
    expect(isOnlyAgency('广东省通信管理局检查发现仍有45款')).toBe(false);
    expect(isOnlyAgency('我部')).toBe(false);
  });
  it('tells the bureau from the address, archived or not', () => {
    expect(agencyOfUrl('https://web.archive.org/web/20230715014522mp_/https://shca.miit.gov.cn/a/art_1.html')?.name).toBe('上海市通信管理局');
    expect(agencyOfUrl('https://wap.miit.gov.cn/a.html')?.code).toBe('miit');
    expect(agencyOfUrl('https://example.org/miit.gov.cn')).toBeNull();
    expect(originalUrl('https://web.archive.org/web/20211017032315/https://wap.miit.gov.cn/a.html')).toBe('https://wap.miit.gov.cn/a.html');
  });
  it('numbers a joint notice with the bureau whose site or title it bears', () => {
    const signatures = ['浙江省互联网信息办公室', '浙江省通信管理局'];
    const joint = findIssuer({ signatures, source: null, title: '关于违规APP的通报（2024年第2期）', urls: ['https://zjca.miit.gov.cn/x.html'] });
    expect(joint).toMatchObject({ agency: { code: 'zj-ca', name: '浙江省互联网信息办公室、浙江省通信管理局' }, from: 'signature', diagnostics: [] });
  });
  it('lets the address tell before the title, and the title before the signature', () => {
    const other = { signatures: ['北京市通信管理局'], source: null, title: '上海市通信管理局关于问题APP的通报', urls: ['https://gdca.miit.gov.cn/x.html'] };
    expect(findIssuer(other)).toMatchObject({ agency: { code: 'gd-ca' }, from: 'domain', diagnostics: [{ code: 'agency-conflict' }] });
    expect(findIssuer({ ...other, urls: [] })).toMatchObject({ agency: { code: 'sh-ca' }, from: 'title' });
  });
  it('finds whose notice a page carries', () => {
    const evidence = { signatures: [], source: null, title: '浙江省通信管理局关于问题APP的通报（2023年第3批）', urls: ['https://zjca.miit.gov.cn/x.html'] };
    expect(findIssuer(evidence)).toMatchObject({ agency: { code: 'zj-ca' }, from: 'title' });
    expect(findIssuer({ ...evidence, source: '信息通信管理局' })).toMatchObject({ agency: { name: '工业和信息化部信息通信管理局' }, from: 'page' });
    const signed = findIssuer({ ...evidence, signatures: ['工业和信息化部信息通信管理局'] });
    expect(signed).toMatchObject({ agency: { code: 'miit' }, from: 'signature', diagnostics: [{ code: 'agency-conflict' }] });
    expect(agencyOfSource('浙江省通信管理局')?.code).toBe('zj-ca');
  });
});

describe('columns', () => {
  it.each([
    [['序号', '软件名称', '企业名称', '版本', '版本来源', '所涉问题'], ['no', 'name', 'developer', 'version', 'source', 'problems']],
    [['应用类别', '**序号**', '应用名称', '应用开发者', '应用来源', '应用版本', '所涉问题'], ['category', 'no', 'name', 'developer', 'source', 'version', 'problems']],
    [['序号', 'APP名称', '运营者名称', '备案号', '检测版本', '下载渠道', '存在问题'], ['no', 'name', 'developer', 'other', 'version', 'source', 'problems']],
    [['编号', '小程序名称', '应用主办者', '类型', '属地', '问题类型'], ['no', 'name', 'developer', 'category', 'other', 'problems']],
    [['序号', '应用 名称', '应用分发平台', '复测应用版本'], ['no', 'name', 'source', 'version']],
    [['应用商店', 'APP数量', '问题数量占比'], ['source', 'other', 'other']],
  ])('%j', (headings, fields) => {
    expect(fieldsOfHeader(headings)).toEqual(fields);
  });
});

describe('captions and titles', () => {
  it('tells captions from names of sections', () => {
    expect(isCaption('附件')).toBe(false);
    expect(isCaption('附件1：甲局通报的名单')).toBe(true);
    expect(isCaptionParagraph('附件1 甲局检查发现未完成整改的应用软件名单')).toBe(true);
    expect(isCaptionParagraph('附件：名单.docx')).toBe(false);
    expect(isCaptionParagraph('名单见附件，请各单位知悉。')).toBe(false);
  });
  it.each([['附件2：乙', 2], ['附件 十二 丙', 12], ['3. 丁', 3], ['附件：名单', null], ['存在问题的名单', null]])('annex of %s', (caption, annex) => {
    expect(annexNumber(caption)).toBe(annex);
  });
  it.each([
    ['关于侵害用户权益行为的APP（SDK）通报（2023年第2批，总第28批）', 'infringement'],
    ['工信部：关于侵害用户权益行为的APP通报', 'infringement'],
    ['2020_09_关于下架侵害用户权益APP的通报', 'takedown'],
    ['APP侵害用户权益专项整治行动', 'campaign'],
    ['工信部：已下架 540 款拒不整改的 App，通报 2049 款', 'news'],
    ['工信部通报30款侵害用户权益APP及SDK', 'news'],
    ['关于开展纵深推进APP侵害用户权益专项整治行动的通知', 'policy'],
  ])('%s is %s', (title, kind) => {
    expect(kindOfTitle(title, true)).toBe(kind);
  });
  it('believes the metadata block before front matter, and front matter before the file name', () => {
    const document = { format: 'markdown', fileName: 'x/关于甲的通报.md', frontMatter: { values: { title: '2020_09_关于甲的通报' }, comments: {} }, blocks: [], footnotes: [], diagnostics: [] } as const;
    expect(chooseTitle(document, '关于乙的通报')).toMatchObject({ title: '关于乙的通报', other: '2020_09_关于甲的通报' });
    expect(chooseTitle(document, null).title).toBe('2020_09_关于甲的通报');
    expect(chooseTitle({ ...document, frontMatter: { values: {}, comments: {} } }, null).title).toBe('关于甲的通报');
  });
});
