/** The value of a cell, on one line. */
import type { Cell } from '../document/document';
import { fitOf } from './cell-fit';
import { withoutUnseen } from './unseen';

/** Line breaks, blanks that do not break, characters that nobody sees: most cells hold none of them. */
const UNTIDY = /[\n\u00a0\u00ad\u200b\u200c\u2060\ufeff]/;

/** Text of a cell; lines of Chinese are joined without a blank. Null where it is empty. */
export function valueOf(cell: Cell | undefined): string | null {
  if (cell === undefined) return null;
  if (!UNTIDY.test(cell.text)) return cell.text.trim() || null;
  const plain = withoutUnseen(cell.text).replace(/\u00a0/g, ' ');
  if (!plain.includes('\n')) return plain.trim() || null;
  const text = plain
    .replace(/\s*\n\s*/g, '\n')
    .replace(/(\d\.|\d(?=\n\.))\n(?=\.?\d)/g, '$1')
    .replace(/([\x20-\x7e])\n(?=[\x20-\x7e])/g, '$1 ')
    .replace(/\n/g, '')
    .trim();
  return text === '' ? null : text;
}

/** What is no store by itself but the end of a name that a narrow column wraps (豌豆荚 over 手机助手), or a remark on the line above. */
const END_OF_STORE = /^(?:[（(]|(?:手机)?助手|(?:应用|软件|游戏)(?:商店|市场|商城|中心)$)/;

/** 应用宝 over 小米应用商店: lines that are a store each, 、 between them; null where they are parts of one name, or where there is one line only. */
export function storesApart(cell: Cell | undefined): string | null {
  const lines = cell?.text.includes('\n') === true ? withoutUnseen(cell.text).split('\n').map((line) => line.trim().replace(/[、，,；;/]$/, '')).filter((line) => line !== '') : [];
  return lines.length > 1 && lines.every((line) => line.length > 2 && !END_OF_STORE.test(line) && fitOf(line, 'source', '') === 3) ? lines.join('、') : null;
}
