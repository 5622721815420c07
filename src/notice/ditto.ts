/** 同上, 〃, ″: cells that say what the cell above them says. */

const DITTO = /^[（(]?(?:同上|同前|上同|〃|″|〞|＂|"|”|“|''|′′)[）)]?[。.]?$/;

/** Whether a cell says nothing but that. */
export function isDitto(text: string): boolean {
  return text.length <= 6 && DITTO.test(text.replace(/\s+/g, ''));
}
