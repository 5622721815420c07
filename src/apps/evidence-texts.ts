/** What was seen of a pair, in words: each judgement is a sentence that a person can check against the two rows. */
import type { Language } from '../document/diagnostic';
import type { DeveloperRelation } from './compare-developers';
import type { Facts } from './facts';
import type { NameRelation } from './names';
import type { VersionRelation } from './versions';
import type { Judgement } from './weigh-pair';

type Words = Readonly<Record<Language, string>>;

const NAME_WORDS: Readonly<Record<NameRelation, Words>> = {
  equal: { en: 'the same name', zh: '名称相同' },
  former: { en: 'one name is given as the former name of the other', zh: '一方注明另一方为其原名' },
  slogan: { en: 'the same name apart from a slogan or a bracket', zh: '去掉宣传语或括注后名称相同' },
  'one-character': { en: 'the names differ by one character', zh: '名称只差一个字' },
  contained: { en: 'one name contains the other', zh: '一方的名称包含另一方的名称' },
  near: { en: 'similar names', zh: '名称相近' },
  edition: { en: 'another edition', zh: '版本类型不同' },
  none: { en: 'different names', zh: '名称不同' },
};

const DEVELOPER_WORDS: Readonly<Record<DeveloperRelation, Words>> = {
  same: { en: 'the same developer', zh: '开发者相同' },
  form: { en: 'the same developer in another legal form or spelling', zh: '开发者相同，仅公司形式或写法有别' },
  cut: { en: 'the same developer, cut short on one side', zh: '开发者相同，一方的文字不完整' },
  'one-character': { en: 'the developers differ by one character', zh: '开发者只差一个字' },
  renamed: { en: 'developers of the same core name in another trade, as after a renaming', zh: '开发者字号相同、行业用语不同，可能已更名或属同一集团' },
  moved: { en: 'developers of the same core name in another place', zh: '开发者字号相同，所在地不同' },
  'one-house': { en: 'developers of a like core name', zh: '开发者字号相近' },
  'other-script': { en: 'one developer in Chinese and one in Latin letters', zh: '开发者一方为中文，一方为外文' },
  person: { en: 'a person as the developer on one side', zh: '一方的开发者是个人' },
  unknown: { en: 'the developer is not stated on one side', zh: '有一方未写明开发者' },
  different: { en: 'different developers', zh: '开发者不同' },
};

const VERSION_WORDS: Readonly<Record<VersionRelation, Words | null>> = {
  'same-build': { en: 'the same version', zh: '版本号相同' },
  same: { en: 'the same version', zh: '版本号相同' },
  'next-build': { en: 'the versions run on in the same store', zh: '同一应用商店中版本号前后衔接' },
  'same-line': { en: 'the versions run on', zh: '版本号前后衔接' },
  later: { en: 'the later notice has a higher version', zh: '后一份通报的版本号更高' },
  back: { en: 'the later notice has a lower version', zh: '后一份通报的版本号反而更低' },
  unknown: null,
};

const CITED: Words = { en: 'the takedown cites that notice', zh: '下架通报引用了该通报' };
const BRANDED: Words = { en: 'the name bears the own word of one of the developers', zh: '名称含有其中一家开发者的字号' };
const DECIDED: Words = { en: 'written so in the app note by the user', zh: '用户已在应用笔记中写明' };

/** The sentence of a judgement: both rows, then what was seen. */
export function describeJudgement(a: Facts, b: Facts, judgement: Judgement, language: Language): string {
  const seen: (Words | null)[] = [
    NAME_WORDS[judgement.name], DEVELOPER_WORDS[judgement.developer], VERSION_WORDS[judgement.versions],
    judgement.branded && judgement.developer !== 'same' ? BRANDED : null, judgement.cited ? CITED : null, judgement.verdict === 'decided' ? DECIDED : null,
  ];
  const words = seen.flatMap((one) => (one === null ? [] : [one[language]]));
  const rows = [describeFacts(a, language), describeFacts(b, language)];
  return language === 'zh' ? `${rows.join('与')}：${words.join('；')}。` : `${rows.join(' and ')}: ${words.join('; ')}.`;
}

function describeFacts(facts: Facts, language: Language): string {
  const [first] = facts.packages;
  const place = facts.notice === null ? (language === 'zh' ? '应用笔记' : 'app note') : `${facts.notice.label}${facts.no === null ? '' : ` №${facts.no}`}`;
  const details = [place, ...facts.developerTexts, ...(first?.source == null ? [] : [first.source]), ...(first?.version == null ? [] : [first.version])];
  const name = facts.verbatim.replace(/<br\s*\/?>|\n/gi, ' ');
  return language === 'zh' ? `“${name}”（${details.join('，')}）` : `“${name}” (${details.join(', ')})`;
}
