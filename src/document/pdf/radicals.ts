/**
 * Radicals to characters. Fonts use one drawing for the radical ⽤ and the character 用; the text of a PDF then names the radical,
 * and 应⽤ is not found where 应用 is meant.
 */

/** Characters for U+2E80–U+2EF3 in order, by Unicode's EquivalentUnifiedIdeograph; a radical without one stands for itself. */
const SUPPLEMENT: readonly string[] = Array.from(
  '⺀厂乛乚乙亻冂𠘨刀刂卜㔾小小兀尣尢𡯂巳幺彑彐忄心扌攵⺚旡日月歺母民氵氺灬爫爫丬牛犭王𤴔目示礻𥫗糹纟罓罒㓁冗𦉫羊𦍌𦍋耂肀聿肉𦥑艹艹艹虎衤覀西见角𧢲讠贝𧾷车辶辶辶邑钅長镸长门𨸏阝雨青韦页风飞食𩙿飠饣𩠐马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟',
);
const SUPPLEMENT_START = 0x2e80;

/** Where NFKC gives the form of old dictionaries, and mainland fonts draw the one in use. */
const IN_USE: Readonly<Record<string, string>> = { '⼾': '户', '⾭': '青' };

/**
 * Text with Kangxi radicals (U+2F00–U+2FD5) and their supplement (U+2E80–U+2EF3) replaced by the characters they draw.
 * Only these are touched: NFKC over the whole text would turn （） into () as well.
 */
export function replaceRadicals(text: string): string {
  return text.replace(/[\u2E80-\u2EF3\u2F00-\u2FD5]/g, (radical) =>
    radical >= '\u2F00' ? (IN_USE[radical] ?? radical.normalize('NFKC')) : (SUPPLEMENT[radical.charCodeAt(0) - SUPPLEMENT_START] ?? radical),
  );
}
