import { describe, expect, test } from 'vitest';
import { readDrawing } from '../../../src/document/pdf/page-rules';
import { replaceRadicals } from '../../../src/document/pdf/radicals';

/** Numbers of operators; each version of pdf.js has its own. */
const OPS = { setLineWidth: 2, save: 10, restore: 11, transform: 12, moveTo: 13, lineTo: 14, curveTo: 15, curveTo2: 16, curveTo3: 17, closePath: 18, rectangle: 19, stroke: 20, fill: 22, endPath: 28, showText: 44, paintFormXObjectBegin: 74, paintFormXObjectEnd: 75, paintImageXObject: 85, constructPath: 91 };
/** A page 100 points high: y counts downwards. */
const TO_PAGE = [1, 0, 0, -1, 0, 100] as const;

function rules(...operators: readonly (readonly [number, unknown])[]): string[] {
  const drawing = readDrawing({ fnArray: operators.map(([operator]) => operator), argsArray: operators.map(([, args]) => args) }, OPS, TO_PAGE);
  return drawing.rules.map((rule) => `${rule.level ? '—' : '|'} ${rule.at} ${rule.from}–${rule.to}`);
}

const LINE_AND_BOX = ['— 90 10–60', '— 50 0–40', '| 40 50–30', '— 30 0–40', '| 0 50–30'].map((rule) => rule.replace('50–30', '30–50'));

describe('lines of a page', () => {
  test('paths as pdf.js 5 lists them: painting and steps in one', () => {
    expect(rules([OPS.constructPath, [OPS.stroke, [Float32Array.of(0, 10, 10, 1, 60, 10, 0, 0, 50, 1, 40, 50, 1, 40, 70, 1, 0, 70, 4)], null]])).toEqual(LINE_AND_BOX);
    // Crossing a thread, a typed array can become an object.
    expect(rules([OPS.constructPath, [OPS.stroke, [{ 0: 0, 1: 10, 2: 10, 3: 1, 4: 60, 5: 10 }], null]])).toEqual(['— 90 10–60']);
  });

  test('paths as pdf.js 3 and 4 list them: steps, their numbers, and the painting behind', () => {
    expect(rules([OPS.constructPath, [[OPS.moveTo, OPS.lineTo, OPS.rectangle], [10, 10, 60, 10, 0, 50, 40, 20], null]], [OPS.stroke, []])).toEqual(LINE_AND_BOX);
  });

  test('thin filled boxes are lines; filled areas and clipping paths are none', () => {
    expect(rules([OPS.constructPath, [[OPS.rectangle, OPS.rectangle], [0, 10, 50, 0.5, 0, 40, 50, 30], null]], [OPS.fill, []])).toEqual(['— 89.75 0–50']);
    expect(rules([OPS.constructPath, [[OPS.rectangle], [0, 10, 50, 40], null]], [OPS.endPath, []])).toEqual([]);
    expect(rules([OPS.constructPath, [OPS.endPath, [Float32Array.of(0, 0, 0, 1, 50, 0)], null]])).toEqual([]);
  });

  test('transformations hold until they are taken back, within forms too', () => {
    const line = [OPS.constructPath, [OPS.stroke, [Float32Array.of(0, 0, 0, 1, 10, 0)], null]] as const;
    expect(rules([OPS.save, null], [OPS.transform, [2, 0, 0, 2, 5, 5]], line, [OPS.restore, null], line, [OPS.paintFormXObjectBegin, [[1, 0, 0, 1, 20, 0], null]], line, [OPS.paintFormXObjectEnd, null], line)).toEqual(['— 95 5–25', '— 100 0–10', '— 100 20–30', '— 100 0–10']);
  });

  test('what makes no sense draws nothing', () => {
    expect(rules([OPS.constructPath, null], [OPS.constructPath, [OPS.stroke, [Float32Array.of(9, 9, 9)], null]], [OPS.constructPath, [[OPS.moveTo], 'x', null]], [OPS.transform, ['a']], [OPS.restore, null])).toEqual([]);
  });
});

describe('radicals', () => {
  test('become the characters they draw, nothing else is touched', () => {
    expect(replaceRadicals('应⽤商店（⼿机）⻚⾯，⼾⼝ＡＰＰ①')).toBe('应用商店（手机）页面，户口ＡＰＰ①');
  });
});
