/** What the window that adopts a folder says, in both languages. */
import type { Language } from '../document/diagnostic';
import type { Settings } from '../settings';
import type { ApplyTitles } from './apply-page';
import { counted } from './counted';

/** Settings that an adoption may propose. */
export type ProposedSetting = 'infringement' | 'takedown' | 'apps' | 'indexNote' | 'indexPages';

/** The sentences of the window. `copy` marks a second note of one notice. */
export interface AdoptTexts {
  readonly command: string;
  readonly menu: string;
  readonly title: string;
  readonly pick: string;
  readonly wholeVault: string;
  readonly reading: string;
  readonly nothing: (folder: string) => string;
  readonly unchanged: (folder: string) => string;
  readonly lead: (folder: string, notices: number, pages: number) => string;
  readonly promise: string;
  readonly apps: (created: number, updated: number) => string;
  readonly notices: string;
  readonly kind: Readonly<Record<'infringement' | 'takedown', string>>;
  /** Name cells that become links, and properties that are added. */
  readonly facts: (linked: number, properties: number) => string;
  readonly copy: string;
  readonly indexPages: string;
  readonly settings: string;
  readonly setting: Readonly<Record<ProposedSetting, string>>;
  readonly action: string;
  readonly titles: ApplyTitles;
}

/** The sentences by language. */
export const ADOPT_TEXTS: Readonly<Record<Language, AdoptTexts>> = {
  en: {
    command: 'Adopt folder…',
    menu: 'Adopt notices of this folder',
    title: 'Adopt folder',
    pick: 'Choose the folder with your own notices…',
    wholeVault: 'Whole vault',
    reading: 'Reading the notes of the folder…',
    nothing: (folder) => `No notice and no index page of yours was found in “${folder}”. Nothing will be written.`,
    unchanged: (folder) => `Everything in “${folder}” is adopted already. There is nothing to change.`,
    lead: (folder, notices, pages) => `Found in “${folder}”: ${counted(notices, 'notice', 'notices')}, ${counted(pages, 'index page', 'index pages')}.`,
    promise: 'Names of apps become links, missing properties are added, and lists of index pages are put in order. Everything else in your notes stays as it is, to the byte.',
    apps: (created, updated) => `Notes for apps: ${[`${created} new`, ...(updated > 0 ? [`${updated} with new records`] : [])].join(', ')}.`,
    notices: 'Your notices',
    kind: { infringement: 'Infringement notice', takedown: 'Takedown notice' },
    facts: (linked, properties) => [...(linked > 0 ? [linked === 1 ? '1 name becomes a link' : `${linked} names become links`] : []), ...(properties > 0 ? [properties === 1 ? '1 property added' : `${properties} properties added`] : [])].join(', ') || 'nothing to change',
    copy: 'Second copy',
    indexPages: 'Your index pages',
    settings: 'Settings that will be saved',
    setting: { infringement: 'Folder of infringement notices', takedown: 'Folder of takedown notices', apps: 'Folder of apps', indexNote: 'Index note', indexPages: 'Further index pages' },
    action: 'Adopt',
    titles: { writing: 'Adopting', done: 'Folder adopted', stopped: 'Adopting was stopped', broken: 'Adopting failed' },
  },
  zh: {
    command: '接管文件夹…',
    menu: '接管此文件夹中的通报',
    title: '接管文件夹',
    pick: '选择存放您自己整理的通报的文件夹…',
    wholeVault: '整个仓库',
    reading: '正在读取文件夹中的笔记…',
    nothing: (folder) => `在“${folder}”中没有找到您的通报或索引页，不会写入任何内容。`,
    unchanged: (folder) => `“${folder}”已全部接管，无需改动。`,
    lead: (folder, notices, pages) => `在“${folder}”中找到 ${notices} 份通报、${pages} 个索引页。`,
    promise: '将为应用名称添加链接，补充缺少的属性，并按顺序排列索引页中的列表。笔记中的其他内容一字不动。',
    apps: (created, updated) => `应用笔记：${[`新建 ${created} 篇`, ...(updated > 0 ? [`补充记录 ${updated} 篇`] : [])].join('，')}。`,
    notices: '您的通报',
    kind: { infringement: '侵害通报', takedown: '下架通报' },
    facts: (linked, properties) => [...(linked > 0 ? [`链接 ${linked} 处名称`] : []), ...(properties > 0 ? [`补充 ${properties} 项属性`] : [])].join('，') || '无需改动',
    copy: '重复的副本',
    indexPages: '您的索引页',
    settings: '将保存的设置',
    setting: { infringement: '侵害通报文件夹', takedown: '下架通报文件夹', apps: '应用文件夹', indexNote: '索引页', indexPages: '其他索引页' },
    action: '接管',
    titles: { writing: '正在接管', done: '已接管', stopped: '接管已停止', broken: '接管中断' },
  },
};

/** What an adoption would change in the settings, by the words of the window. */
export function describeSettings(before: Settings, after: Settings, texts: AdoptTexts): readonly { readonly name: string; readonly value: string }[] {
  const values = ({ folders, indexNote, indexPages }: Settings): Readonly<Record<ProposedSetting, string>> => ({
    infringement: folders.infringement, takedown: folders.takedown, apps: folders.apps, indexNote, indexPages: indexPages.map(({ path }) => path).join('\n'),
  });
  const [old, now] = [values(before), values(after)];
  return (Object.keys(now) as ProposedSetting[]).filter((key) => old[key] !== now[key]).map((key) => ({ name: texts.setting[key], value: now[key] }));
}
