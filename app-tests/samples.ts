/** The notices of samples/ as sources, and one that tries to make other plugins run what it says. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const samples = fileURLToPath(new URL('../samples/', import.meta.url));

/** The one sample whose path holds these words: its file name and text. */
export function sample(words: string): { readonly name: string; readonly text: string } {
  const [path] = readdirSync(samples, { recursive: true }).map(String).filter((found) => found.includes(words) && found.endsWith('.md'));
  if (path === undefined) throw new Error(`No sample named ${words}`);
  return { name: path.replace(/^.*[\\/]/, ''), text: readFileSync(`${samples}${path}`, 'utf8') };
}

/** Every mark that Templater, Dataview or Obsidian would act on; 6 × 7 shows whether one did. */
export const HOSTILE = `---
title: 关于侵害用户权益行为的APP通报（2022年第4批，总第24批）
---

> [!abstract]+ 元数据
> \`\`\`yaml
> 标题: 关于侵害用户权益行为的APP通报（2022年第4批，总第24批）
> 来源: 信息通信管理局
> 时间: 2022-06-20
> \`\`\`

抽查发现，尚有2款APP未完成整改。模板 <% 6 * 7 %> 与 <%* tR += "ran" %> 不得运行，内联查询 \`= 6 * 7\` 与 \`$= 6 * 7\` 也不得运行，字段 rank:: first 不得成为属性，%%隐藏%%的字要看得见。

工业和信息化部信息通信管理局

2022年6月20日

附件：存在问题的应用软件名单

| 序号 | 应用名称 | 应用开发者 | 应用来源 | 应用版本 | 所涉问题 |
| --- | --- | --- | --- | --- | --- |
| 1 | 陷阱<% 6 * 7 %>相机 | 无锡陷阱科技有限公司 | 应用宝 | 1.0.0 | 违规收集个人信息 |
| 2 | 镜湖词典 | 芜湖镜湖网络有限公司 | 豌豆荚 | 2.4.10 | 强制用户使用定向推送功能 |
`;

/** A notice whose list is a picture, with 2 apps as its text states. */
export const PICTURED = `---
title: 关于侵害用户权益行为的APP通报（2022年第5批，总第25批）
---

\`\`\`yaml
标题: 关于侵害用户权益行为的APP通报（2022年第5批，总第25批）
来源: 信息通信管理局
时间: 2022-07-28
\`\`\`

尚有2款APP未完成整改，应在8月4日前落实。

工业和信息化部信息通信管理局

2022年7月28日
`;

export const COPIED_ROWS = [
  ['序号', '应用名称', '应用开发者', '应用来源', '应用版本', '所涉问题'],
  ['1', '镜湖词典', '芜湖镜湖网络有限公司', '豌豆荚', '2.5.0', '违规使用个人信息'],
  ['2', '芦苇相机', '宁波芦苇科技有限公司', '应用宝', '1.10', '超范围收集个人信息'],
] as const;
