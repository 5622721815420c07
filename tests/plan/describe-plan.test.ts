import { describe, expect, it } from 'vitest';
import { diagnostic } from '../../src/document/diagnostic';
import { countPlan, describeCounts, describeFileDiagnostic, describePlan } from '../../src/plan/describe-plan';
import { EMPTY_PLAN } from '../../src/plan/plan';
import type { Plan } from '../../src/plan/plan';

const PLAN: Plan = {
  changes: [
    { kind: 'create', path: '通报/应用/甲.md', text: '# 甲\n\n记录\n' },
    { kind: 'update', path: '通报/索引.md', before: '+ 一\n', after: '+ 一\n+ 二\n' },
    { kind: 'trash', path: '通报/应用/丙.md', before: '' },
  ],
  kept: [{ path: '通报/应用/乙.md', reason: 'unchanged' }, { path: '通报/应用/丁.md', reason: 'deleted-by-user' }],
  conflicts: [{ path: '通报/应用/戊.md', part: '开发者', kept: '我填的', proposed: '某公司' }],
  diagnostics: [],
};

describe('a plan in words', () => {
  it('shows new files by their length, changes by their diff, and what is kept with the reason', () => {
    expect(describePlan(PLAN, 'en')).toEqual([
      '+ 通报/应用/甲.md (3 lines)',
      '~ 通报/索引.md',
      '    @@ -1,1 +1,2 @@',
      '     + 一',
      '    ++ 二',
      'x 通报/应用/丙.md',
      '= 通报/应用/丁.md: you deleted it; not made again',
      '! 通报/应用/戊.md: "开发者" was edited by you and stays as it is',
      '    @@ -1,1 +1,1 @@',
      '    -我填的',
      '    +某公司',
    ]);
  });

  it('counts', () => {
    expect(countPlan(PLAN)).toEqual({ created: 1, changed: 1, moved: 0, trashed: 1, kept: 2, conflicts: 1 });
    expect(describeCounts(countPlan(PLAN), 'en')).toBe('1 created, 1 changed, 1 trashed, 2 kept, 1 of your edits kept');
    expect(describeCounts(countPlan(PLAN), 'zh')).toBe('新建 1 篇，更新 1 篇，移入回收站 1 篇，保持不变 2 篇，保留您的修改 1 处');
    expect(describeCounts(countPlan(EMPTY_PLAN), 'en')).toBe('0 created, 0 changed, 0 kept');
  });

  it('says of a finding which file, which line and what', () => {
    const found = { ...diagnostic('empty-file'), file: '空.md' };
    expect(describeFileDiagnostic(found, 'en')).toBe('空.md: error: The file is empty.');
    const line = { ...diagnostic('line-too-long', { line: 41 }, { length: 2000000, limit: 1000000 }), file: '长.md' };
    expect(describeFileDiagnostic(line, 'en')).toBe('长.md, line 41: error: A line is 2000000 characters long, over the limit of 1000000.');
    expect(describeFileDiagnostic(line, 'zh')).toBe('长.md，第 41 行：错误：有一行长达 2000000 个字符，超过 1000000 的上限。');
  });
});
