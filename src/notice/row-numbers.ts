/** 序号: the number of a row, however its list writes it. */
import { readNumeral } from './numerals';
import { withoutUnseen } from './unseen';

/** 7, ７, 07, 7., 7、, (7), （七）, ⑦, ⑺, No.7, 第7项; null where the text is no number. */
export function readRowNumber(text: string): number | null {
  if (/^[0-9]{1,6}$/.test(text)) return Number(text);
  if (text === '' || text.length > 12) return null;
  const plain = withoutUnseen(text)
    .normalize('NFKC')
    .replace(/[\s*]+/g, '')
    .replace(/^(?:No\.?|第|#)/i, '')
    .replace(/^[([【]/, '')
    .replace(/[)\]】.、:,号项]+$/, '');
  return readNumeral(plain);
}
