/** How long it takes to find the names of 5,000 apps in a text of 200 KB. Names and text are invented from syllables, with a fixed seed. */
import { buildNameIndex, type NamedApp, type NameIndex } from '../src/apps/name-index';
import { proposeLinks } from '../src/notes/link-names-in-note';

const FIRST = '青山海云星月风雨松竹梅兰春夏秋冬金木水火土光影声色香味知行思远近明暗清静动飞游沐晨暮岚溪川岭峰林森石玉珠贝丝绸锦绣';
const SECOND = '禾雀鹿鲸燕鹤鸥鲤蝶蜂萤蝉狐兔马牛羊鹰雁鹭苇荷莲菊桂杏桃李柳枫榆桐茶米麦豆瓜果糖盐酱醋油酒泉井桥舟车轮帆灯烛镜梳扇伞';
const KINDS = ['相册', '听书', '日历', '钱包', '出行', '课堂', '直播', '浏览器', '健康', '助手', '音乐', '地图', '', '', ''];
const PROSE = '近日有用户反映手机上的一些程序在没有说明目的的情况下收集信息，记者随后进行了测试，发现情况各不相同。专家表示，相关企业应当尽快完善规则，并向公众说明。';

/** Numbers from 0 to below 1, the same in every run. */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

export function inventedApps(count: number): readonly NamedApp[] {
  const random = seededRandom(5000);
  const names = new Set<string>();
  const pick = <T>(items: ArrayLike<T>): T => items[Math.floor(random() * items.length)] as T;
  while (names.size < count) names.add(pick(FIRST) + pick(SECOND) + (random() < 0.3 ? pick(FIRST) : '') + pick(KINDS));
  return Array.from(names, (name) => ({ path: `通报/应用/${name}.md`, names: [name], developers: [`杭州${name}科技有限公司`] }));
}

/** Paragraphs of prose, in each of which a few apps are named, in marks, in a list, in passing or in the name of a firm. */
export function inventedNews(apps: readonly NamedApp[], bytes: number): string {
  const random = seededRandom(200);
  const name = (): string => apps[Math.floor(random() * apps.length)]?.names[0] ?? '';
  const paragraphs: string[] = [];
  for (let length = 0; length < bytes; ) {
    const paragraph = `${PROSE}《${name()}》App已被通报，${name()}、${name()}、${name()}等3款应用尚未整改，用户在${name()}里也遇到同样的问题。杭州${name()}科技有限公司回应称已整改。`;
    paragraphs.push(paragraph);
    length += new TextEncoder().encode(paragraph).length + 2;
  }
  return paragraphs.join('\n\n');
}

export interface LinkBench {
  readonly index: NameIndex;
  readonly text: string;
  readonly build: () => NameIndex;
  readonly propose: () => number;
}

export function prepareLinkBench(): LinkBench {
  const apps = inventedApps(5000);
  const index = buildNameIndex(apps);
  const text = inventedNews(apps, 200_000);
  return { index, text, build: () => buildNameIndex(apps), propose: () => proposeLinks(text, '笔记.md', index).length };
}
