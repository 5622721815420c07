/** Problems that the words over a list tell for all of it: 一、未公开收集使用规则（2款）, 存在账号注销难问题的APP名单. */
import { fitOf } from './cell-fit';
import { NUMERAL } from './numerals';
import { readProblems, type ReadProblems } from './problems';
import { simplify } from './traditional';

const NUMBERING = /^\s*(?:第[一二三四五六七八九十]+类\s*[:：、]?|[（(]?\s*(?:[0-9]{1,2}|[一二三四五六七八九十]+)\s*[、.．）)])\s*/;
const COUNT = new RegExp(`\\s*[（(]\\s*(?:共计?|涉及)?\\s*(?:${NUMERAL})\\s*[款个][^（）()]{0,12}[）)]$`);
const LISTED = /(?:等)?(?:的?(?:问题|行为|情形))?(?:的?(?:移动|互联网)?(?:APP|应用(?:程序|软件)?|软件|小程序|快应用|SDK))?(?:名单|列表)?$/i;
/** What was or is to be done about apps is no problem of theirs; words that begin so ask for something: 二、依法查处违规行为. */
const MEASURE = /整改|下架|通报|检测|抽查|名单|应当|应该|必须|不得|严禁/;
const ASKS = /^(?:持续|依法|从严|从重|严厉|严肃|严格|坚决|进一步|切实|全面|深入|积极|及时|强化|加强|加大|落实|打击|查处|惩[处治]|整治|治理|规范|督促|责令|杜绝|防[范止]|处置|处理(?!.{0,6}(?:信息|数据))|开展|鼓励|完善|压实|健全|畅通|各|请|对.{0,12}(?:行为|企业|应用|APP))/i;
const LONGEST_SECTION = 80;

/** The labels that a caption or heading tells; null where it tells none. A wording that no rule knows counts in a numbered section that counts its apps or speaks of a problem. */
export function sectionProblems(text: string): ReadProblems | null {
  const plain = text.trim().replace(/[:：]$/, '');
  if (plain.length > LONGEST_SECTION || /[。；:：]/.test(plain)) return null;
  const bare = plain.replace(NUMBERING, '');
  const counted = bare.replace(COUNT, '');
  const label = counted.replace(LISTED, '').replace(/^(?:主要)?(?:存在|涉嫌|涉及)/, '').trim();
  if (label === '') return null;
  const read = readProblems(label);
  if (read.unknown.length === 0) return read;
  const isSection = bare !== plain && (counted !== bare || /问题|行为|情形/.test(simplify(counted).slice(-14)));
  if (!isSection || label.length < 6 || MEASURE.test(simplify(label)) || ASKS.test(simplify(label)) || fitOf(label, 'problems', '') !== 3) return null;
  return { labels: [label], mended: [], unknown: [label] };
}
