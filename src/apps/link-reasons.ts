/** Why a name is proposed for a link, in words for the preview. */
import type { Language } from '../document/diagnostic';

/** Why a place is taken for an app, in the first line, or what speaks against being sure of it. */
export type LinkReason =
  | 'name-cell' | 'developer-beside' | 'in-marks' | 'listed' | 'called-app' | 'regulated' | 'whole-line' | 'stands-alone'
  | 'marks-only' | 'other-developer' | 'homonym' | 'other-kind' | 'ordinary-words' | 'shortened' | 'unclear-edge' | 'no-name-column';

/** The reasons in words, as a preview says them. */
export const LINK_REASONS: Readonly<Record<LinkReason, Readonly<Record<Language, string>>>> = {
  'name-cell': { en: 'it stands in the column of app names', zh: '位于表格的应用名称列' },
  'developer-beside': { en: 'its developer is named beside it', zh: '旁边写明了开发者' },
  'in-marks': { en: 'it stands in title or quotation marks', zh: '名称带有书名号或引号' },
  listed: { en: 'it is an item of a list of apps', zh: '与其他应用名称并列' },
  'called-app': { en: 'it is called an app', zh: '后面写明是App' },
  regulated: { en: 'what is said of it is said of apps', zh: '后文提到对应用的处置' },
  'whole-line': { en: 'it is a line of its own', zh: '独占一行' },
  'stands-alone': { en: 'it stands by itself', zh: '前后独立成词' },
  'marks-only': { en: 'only the marks speak for it; an app may not be meant', zh: '仅有引号或书名号，所指未必是应用' },
  'other-developer': { en: 'another developer is named beside it', zh: '旁边写的是另一家开发者' },
  homonym: { en: 'several apps bear this name', zh: '有多个应用同名' },
  'other-kind': { en: 'a mini-program or SDK of that name may be another one', zh: '所指可能是同名的小程序、快应用或SDK' },
  'ordinary-words': { en: 'the name is made of ordinary words', zh: '名称由常用词构成，未必指应用' },
  shortened: { en: 'the app bears a longer name', zh: '应用全名更长，此处可能是简称' },
  'unclear-edge': { en: 'it may be part of a longer expression', zh: '可能是更长词语的一部分' },
  'no-name-column': { en: 'the table has no column of app names', zh: '表格没有应用名称列' },
};
