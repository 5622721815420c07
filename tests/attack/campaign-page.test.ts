/** A campaign page whose metadata block is hostile: its keys are foreign text as its values are. */
import { describe, expect, it } from 'vitest';
import { CORE_SCHEMA, load } from 'js-yaml';
import { importTexts } from '../support/made-vault';
import { memoryVault } from '../support/memory-vault';

const PAGE = `---
title: APP侵害用户权益专项整治行动
---
## 文件

> [!abstract]- 元数据
> \`\`\`yaml
> 标题: 关于开展专项整治的通知
> 发文字号: 工信部信管函〔2019〕337号
> "<% tp.file.delete() %>": 甲
> "键:: 值": 乙
> "\`$= dv.pages()\`": 丙
> "%%": 丁
> "一\\n二": 戊
> "---": 己
> __proto__: 庚
> constructor: 辛
> \`\`\`

> [!quote]- 关于开展专项整治的通知
> 为做好整治工作，现将有关事项通知如下。

## 全部页面

> [!abstract]+ 侵害通报
> - 关于侵害用户权益行为的APP通报（2020年第七批）

> [!abstract]+ 下架通报
> - 2020-01 关于下架第一批侵害用户权益APP名单的通报
`;

describe('the metadata of a rule text', () => {
  it('holds nothing live in its keys, and reads back as it was', async () => {
    const vault = memoryVault();
    await importTexts(vault, [PAGE]);
    const note = [...vault.files.values()].join('\n');
    const yaml = /> ```yaml\n([\s\S]*?)\n> ```/.exec(note)?.[1]?.replace(/^> /gm, '') ?? '';
    expect(yaml).not.toMatch(/<%|%>|::|`|%%/);
    const values = load(yaml, { schema: CORE_SCHEMA }) as Record<string, unknown>;
    expect(values['<% tp.file.delete() %>']).toBe('甲');
    expect(values['键:: 值']).toBe('乙');
    expect(values['发文字号']).toBe('工信部信管函〔2019〕337号');
    expect((await importTexts(vault, [PAGE])).plan.changes).toEqual([]);
  });
});
