/**
 * One form for text that differs only in how it was typed. Comparison keys are made from it; it is never shown or written.
 */

/** Traditional characters that stand in names of firms and apps, each followed by its simplified one (Unicode Unihan kSimplifiedVariant). */
const TRADITIONAL_PAIRS =
  '網网屬属絡络資资訊讯軟软體体電电開开發发業业務务東东廣广國国際际華华長长樂乐馬马龍龙雲云車车遊游戲戏動动畫画書书報报聞闻' +
  '時时間间門门問问學学習习醫医藥药療疗產产創创設设計计點点線线萬万億亿興兴實实傳传廳厅廠厂銀银錢钱財财貿贸購购買买賣卖' +
  '費费運运輸输達达選选適适應应愛爱無无為为與与專专員员處处環环節节飛飞鳥鸟魚鱼貓猫獸兽寶宝貝贝嬰婴兒儿媽妈歲岁齡龄誌志語语' +
  '說说話话讀读譯译詞词詩诗課课評评論论證证許许認认識识謎谜護护變变讓让豐丰農农養养飯饭館馆飲饮麥麦黃黄紅红綠绿藍蓝級级紙纸' +
  '約约組组結结統统經经維维編编縣县導导歷历曆历廟庙慶庆憂忧戀恋戰战擇择據据擊击攝摄數数斷断會会條条極极構构標标樓楼橋桥機机權权' +
  '歡欢歐欧氣气漢汉濟济測测滬沪燈灯爐炉獨独獲获現现瑪玛異异當当監监盤盘礦矿礎础禮礼種种穩稳筆笔簡简紀纪納纳純纯細细終终給给絕绝' +
  '綫线網网緣缘聲声職职聯联聰聪膚肤臺台艦舰藝艺蘇苏蘭兰衆众術术衛卫裝装見见規规視视覺觉觀观記记訂订訓训託托詢询試试該该請请調调' +
  '謝谢豬猪貨货貸贷貼贴質质贏赢趙赵跡迹軌轨載载輕轻輪轮辦办農农進进遠远邁迈還还邊边鄉乡鄭郑醬酱釋释針针釣钓鈴铃鋪铺錄录鐵铁' +
  '鏈链閃闪閱阅闊阔陸陆陽阳陰阴階阶隨随險险雙双雜杂離离難难靈灵靜静響响頁页頂顶項项順顺預预領领頭头頻频題题顏颜風风養养餘余' +
  '駕驾騎骑驗验驛驿魯鲁鮮鲜鳳凤鴻鸿鷹鹰麗丽齊齐齒齿龜龟';

const SIMPLIFIED: ReadonlyMap<string, string> = new Map(
  (TRADITIONAL_PAIRS.match(/../g) ?? []).map((pair) => [pair.charAt(0), pair.charAt(1)] as const),
);

/** Folds width, case and traditional characters. Blanks, dashes and brackets keep their place (full-width ones become half-width). */
export function foldText(text: string): string {
  let folded = '';
  for (const char of text.normalize('NFKC').toLowerCase()) folded += SIMPLIFIED.get(char) ?? char;
  return folded;
}

/** Keeps letters and digits of every script, and `+`, which tells `MAX+` from `MAX`. */
export function keepLettersAndDigits(folded: string): string {
  return folded.replace(/[^\p{L}\p{N}+]/gu, '');
}

/** Names and firms are far shorter; the time of a comparison grows with the square of the length. */
const LONGEST_COMPARED = 400;

/** Length of the longest common subsequence, in characters. Of longer texts only whether they are the same. */
export function commonSubsequenceLength(a: string, b: string): number {
  if (a.length > LONGEST_COMPARED || b.length > LONGEST_COMPARED) return a === b ? a.length : 0;
  let row = new Array<number>(b.length + 1).fill(0);
  for (let i = 1; i <= a.length; i++) {
    const next = [0];
    for (let j = 1; j <= b.length; j++) {
      next.push(a[i - 1] === b[j - 1] ? (row[j - 1] ?? 0) + 1 : Math.max(row[j] ?? 0, next[j - 1] ?? 0));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/** Whether one character was put in, left out, replaced, or two neighbours swapped: what a slip of typing or OCR does. */
export function differsByOneCharacter(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const left = a.slice(start, a.length - end);
  const right = b.slice(start, b.length - end);
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}
