/** Figures of news: how many apps were tested, named, taken down, removed by stores, and until when. */
import { splitClauses } from './clauses';
import { untilOf } from './figure-dates';
import type { Figure } from './notice';
import { readNumeral } from './numerals';

/** An Arabic number, or a Chinese one before a measure word. */
const AMOUNT = /([0-9]{1,3}(?:[,，][0-9]{3})+|[0-9]+(?:\.[0-9]+)?|[一二两三四五六七八九十百千]+(?=\s*(?:余|多)?\s*[亿万款个]))\s*(余|多)?\s*(亿|万)?\s*(余|多)?\s*(款|个)?/g;
const APPROXIMATE_BEFORE = /(?:近|约|超过?|逾|达到?|不少于|将近|大约)\s*$/;
const SCALE: Readonly<Record<string, number>> = { 万: 10_000, 亿: 100_000_000 };
/** 第三方, 第3页, 〔2020〕, 3.15: numbers that count nothing. */
const NO_COUNT_BEFORE = /(?:第|[〔[“".·〕/-])\s*$/;
/** Shares, dates, and counts of other things than apps. */
const NO_COUNT_BEHIND = /^\s*(?:[%％‰·.:：/年月日号时分秒批家项类条页次名人位部章期]|个?百分点|个(?:月|方面|阶段|部门|省|市|环节|平台|工作日|小时|问题)|工作日|小时|余家|多家)/;

const NOUN_BEHIND = /^\s*(?:违规|违法|拒不|侵害|问题|移动|手机|存在|未)?[^，。0-9家和]{0,12}?(?:APP|应用|软件|小程序|SDK)/i;

/** Who did what, in the order in which the rules are tried. */
const MEASURES: readonly (readonly [measure: Figure['measure'], pattern: RegExp])[] = [
  ['removed-by-stores', /应用商店[^，。]*(?:主动)?下架|主动下架/],
  ['taken-down', /下架/],
  ['named', /通报|曝光/],
  ['tested', /检测|抽测|检查|测试|抽查/],
];

/** Figures of the body. @param date day of the article: 截至目前 and today's press conference mean it. */
export function findFigures(paragraphs: readonly string[], date: string | null): readonly Figure[] {
  const figures: Figure[] = [];
  let until: { sentence: number; day: string | null } = { sentence: -1, day: null };
  for (const clause of splitClauses(paragraphs)) {
    if (clause.sentenceIndex !== until.sentence) {
      // A sentence that goes on telling what has been done by then states no day again.
      const day = untilOf(clause.sentence, date);
      until = { sentence: clause.sentenceIndex, day: day ?? (/已|累计/.test(clause.sentence) && clause.sentenceIndex - until.sentence <= 2 ? until.day : null) };
    }
    for (const match of clause.text.matchAll(AMOUNT)) {
      const number = (match[1] ?? '').replace(/[,，]/g, '');
      const whole = Number(number) || readNumeral(number);
      if (whole === null) continue;
      const before = clause.text.slice(0, match.index);
      const behind = clause.text.slice(match.index + match[0].length);
      const unit = match[5];
      if (NO_COUNT_BEFORE.test(before) || (unit !== '款' && NO_COUNT_BEHIND.test(`${unit ?? ''}${behind}`))) continue;
      const measure = measureOf(before, behind);
      // 款 counts apps; 个, or no measure word (244 万 App), needs the noun.
      if (unit === '款' ? measure === 'other' && !NOUN_BEHIND.test(behind) : !NOUN_BEHIND.test(behind) || (unit === undefined && measure === 'other')) continue;
      figures.push({
        measure,
        value: Math.round(whole * (SCALE[match[3] ?? ''] ?? 1)),
        approximate: match[2] !== undefined || match[4] !== undefined || APPROXIMATE_BEFORE.test(before),
        until: until.day,
        phrase: clause.text,
      });
    }
  }
  return figures;
}

/** The verb nearest before the number says what was counted, else one right behind it (对514款…进行下架处理). */
function measureOf(before: string, behind: string): Figure['measure'] {
  const behindVerb = /^[^，]*?(?:进行|予以|作出)[^，]*?(下架|通报)/.exec(behind)?.[1];
  if (behindVerb !== undefined && /对\s*$/.test(before)) return behindVerb === '下架' ? 'taken-down' : 'named';
  const nearest = MEASURES.map(([measure, pattern]) => ({ measure, at: lastIndex(before, pattern) })).filter((m) => m.at >= 0);
  nearest.sort((a, b) => b.at - a.at);
  return nearest[0]?.measure ?? 'other';
}

function lastIndex(text: string, pattern: RegExp): number {
  let at = -1;
  for (const match of text.matchAll(new RegExp(pattern, 'g'))) at = match.index + match[0].length;
  return at;
}
