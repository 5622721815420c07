import { describe, expect, test } from 'vitest';
import { describeDiagnostic, describePlace } from '../../../src/document/diagnostic';
import { docxParts, outline, paragraph, readOfficeFile, run, zipParts, type DocxParts } from '../../support/office-files';
import { within } from '../../support/processor-time';

async function read(body: string, parts?: DocxParts): Promise<string[]> {
  return outline(await readOfficeFile(zipParts(docxParts(body, parts))));
}

describe('paragraphs of a Word file', () => {
  test('headings are told by outline level and by the names of styles, through what these are based on', async () => {
    const styles = `<w:style w:type="paragraph" w:styleId="a1"><w:name w:val="heading 2"/></w:style>
      <w:style w:type="paragraph" w:styleId="a2"><w:name w:val="公文标题"/><w:basedOn w:val="a1"/></w:style>
      <w:style w:type="paragraph" w:styleId="a3"><w:name w:val="标题"/></w:style>
      <w:style w:type="paragraph" w:styleId="a4"><w:name w:val="不算标题"/><w:basedOn w:val="a1"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>
      <w:style w:type="paragraph" w:styleId="loop"><w:name w:val="圈"/><w:basedOn w:val="loop"/></w:style>`;
    const body = [['a3', '一'], ['a2', '二'], ['a4', '三'], ['loop', '四']].map(([style, text]) => paragraph(text!, `<w:pStyle w:val="${style}"/>`)).join('') + paragraph('五', '<w:outlineLvl w:val="2"/>');
    expect(await read(body, { styles })).toEqual(['# 一', '## 二', '三', '四', '### 五']);
  });

  test('breaks part lines, tabs stay, blanks count only where the file says so, entities are read', async () => {
    const body = `<w:p><w:r><w:t>  收件人：</w:t><w:tab/><w:t>甲&amp;乙 &#x4E2D;</w:t><w:br/><w:t xml:space="preserve">  第二行 </w:t><w:noBreakHyphen/><w:t><![CDATA[<完>]]></w:t></w:r></w:p><w:p/>`;
    expect(await read(body)).toEqual(['收件人：\t甲&乙 中\n第二行 -<完>']);
  });

  test('tracked changes are read as accepted', async () => {
    const body = [
      paragraph(`${run('整改期限为')}<w:del w:id="1"><w:r><w:delText>三日</w:delText></w:r></w:del><w:ins w:id="2">${run('七日')}</w:ins><w:moveFrom w:id="3">${run('旧处')}</w:moveFrom><w:moveTo w:id="4">${run('。')}</w:moveTo>`),
      paragraph('上半句，', '<w:rPr><w:del w:id="5"/></w:rPr>'),
      paragraph('下半句。'),
      paragraph('<w:del w:id="6"><w:r><w:delText>整段删去</w:delText></w:r></w:del>', '<w:rPr><w:del w:id="7"/></w:rPr>'),
    ].join('');
    expect(await read(body)).toEqual(['整改期限为七日。', '上半句，下半句。']);
  });

  test('a thousand paragraphs that run on into one are read in no time', async () => {
    const body = paragraph(run('甲'.repeat(10)), '<w:rPr><w:del/></w:rPr>').repeat(50_000) + paragraph('完');
    const [text] = await within(3000, () => read(body));
    expect(text).toHaveLength(500_001);
  });

  test('hidden text is left out, by run and by style, and what is only hidden on the web is kept', async () => {
    const styles = '<w:style w:type="character" w:styleId="h"><w:name w:val="暗"/><w:rPr><w:vanish/></w:rPr></w:style>';
    const body = paragraph(run('见') + run('内部备注', '<w:vanish/>') + run('草稿', '<w:rStyle w:val="h"/>') + run('附件', '<w:vanish w:val="0"/><w:rStyle w:val="h"/>') + run('一', '<w:webHidden/>'));
    expect(await read(body, { styles })).toEqual(['见附件一']);
  });

  test('links carry their address, whether by relation or by field, and the instruction of a field is no text', async () => {
    const field = (mark: string): string => `<w:r><w:fldChar w:fldCharType="${mark}"/></w:r>`;
    const body = [
      paragraph(`${run('详见')}<w:hyperlink r:id="k">${run('名单')}${run('.docx')}</w:hyperlink>`),
      paragraph(`${field('begin')}<w:r><w:instrText> HYPERLINK "https://example.com/b" </w:instrText></w:r>${field('separate')}${run('原文')}${field('end')}${run('。')}`),
      paragraph(`<w:fldSimple w:instr="HYPERLINK &quot;https://example.com/c&quot;">${run('存档')}</w:fldSimple>`),
      paragraph(`${field('begin')}<w:r><w:instrText>DATE</w:instrText></w:r>${run('结束标记丢失')}`),
      paragraph('不受影响'),
    ].join('');
    const document = await readOfficeFile(zipParts(docxParts(body, { links: { k: 'https://example.com/a?x=1&amp;y=2' } })));
    expect(document.blocks.map((block) => ('text' in block ? [block.text, ...('links' in block ? block.links.map(({ text, target }) => `${text} → ${target}`) : [])] : []))).toEqual([
      ['详见名单.docx', '名单.docx → https://example.com/a?x=1&y=2'],
      ['原文。', '原文 → https://example.com/b'],
      ['存档', '存档 → https://example.com/c'],
      ['不受影响'],
    ]);
  });

  test('content controls and smart tags are looked through, prompts are not text', async () => {
    const body = `<w:sdt><w:sdtPr/><w:sdtContent>${paragraph(`<w:smartTag>${run('发文机关')}</w:smartTag>`)}</w:sdtContent></w:sdt><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${paragraph('单击此处输入文字')}</w:sdtContent></w:sdt>`;
    expect(await read(body)).toEqual(['发文机关']);
  });

  test('a text box, stored in two ways, is read once, after the paragraph that holds it', async () => {
    const box = paragraph('附件一 名单');
    const body = `<w:p><w:r><w:t>前文</w:t><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>${box}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>${box}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>${paragraph('后文')}`;
    expect(await read(body)).toEqual(['前文', '附件一 名单', '后文']);
  });

  test('a picture is kept with what it is said to show', async () => {
    const drawing = '<w:drawing><wp:inline><wp:docPr id="1" name="图片 1" descr="名单第一页"/><a:blip r:embed="p"/></wp:inline></w:drawing>';
    const [block] = (await readOfficeFile(zipParts(docxParts(`<w:p><w:r>${drawing}</w:r></w:p>`, { links: { p: 'media/image1.png' } })))).blocks;
    expect(block).toMatchObject({ kind: 'paragraph', text: '', images: [{ alt: '名单第一页', target: 'media/image1.png' }] });
  });

  test('a sheet or document that is embedded is reported: its list is not read', async () => {
    const object = '<w:object><v:shape><v:imagedata r:id="p"/></v:shape><o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office" ProgID="Excel.Sheet.12" r:id="e"/></w:object>';
    const { diagnostics } = await readOfficeFile(zipParts(docxParts(paragraph('附件') + `<w:p><w:r>${object}</w:r></w:p><w:altChunk r:id="c"/>`)));
    expect(diagnostics.map((d) => `${describePlace(d.place, 'en')}: ${describeDiagnostic(d, 'en')}`)).toEqual(['line 2: Another document is embedded here; it was not read.', 'line 3: Another document is embedded here; it was not read.']);
  });

  test('a signature keeps that it stands on the right', async () => {
    const document = await readOfficeFile(zipParts(docxParts(paragraph('某省通信管理局', '<w:jc w:val="right"/>'))));
    expect(document.blocks[0]).toMatchObject({ attributes: 'align=right', line: 1 });
  });
});
