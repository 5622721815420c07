/** Invented and real names of apps with the traps they are known for. */
import { buildNameIndex, type NamedApp, type NameIndex } from '../../src/apps/name-index';

export const NAMES: Readonly<Record<string, readonly string[]>> = {
  知衣: ['杭州知衣科技有限公司'],
  美团: ['北京美团科技有限公司'],
  美团外卖: ['北京美团科技有限公司'],
  快点: ['深圳市快点文化传媒有限公司'],
  天气预报: ['南京云图天气科技有限公司'],
  看看新闻: ['上海看看网络科技有限公司'],
  in: ['杭州图影网络科技有限公司'],
  CP: ['上海希匹信息技术有限公司'],
  一个: ['上海一个文化有限公司'],
  得到: ['北京思维造物信息科技股份有限公司'],
  花椒: ['北京密境和风科技有限公司'],
  必要: ['必要科技有限公司'],
  青禾优相: ['杭州青禾软件有限公司'],
  QQ同步助手: ['深圳腾石科技有限公司'],
  '2345 浏览器': ['上海二三四五移动科技有限公司'],
  TapNote: ['TapNote Inc.'],
};

export function appOf(name: string, developers: readonly string[] = [], folder = '通报/应用'): NamedApp {
  return { path: `${folder}/${name}.md`, names: [name], developers };
}

export function namesIndex(more: readonly NamedApp[] = []): NameIndex {
  return buildNameIndex([...Object.entries(NAMES).map(([name, developers]) => appOf(name, developers)), ...more]);
}
