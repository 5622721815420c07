import { describe, expect, it } from 'vitest';
import { readProblems } from '../../src/notice/problems';

describe('labels of problems', () => {
  it.each([
    // cell, canonical labels
    ['违规收集个人信息\nApp强制、频繁、过度索取权限', ['违规收集个人信息', 'APP强制、频繁、过度索取权限']],
    ['违规收集个人信息；超范围收集个人信息', ['违规收集个人信息', '超范围收集个人信息']],
    ['账号注销难<>过度索取权限', ['账号注销难', '过度索取权限']],
    ['违规收集个人信息  账号注销难', ['违规收集个人信息', '账号注销难']],
    ['违规使用个人信息 违规收集个人信息', ['违规使用个人信息', '违规收集个人信息']],
    ['违规收集个人信息、违规使用个人信息', ['违规收集个人信息', '违规使用个人信息']],
    ['APP强制、频繁、过度索取权限违规使用个人信息', ['APP强制、频繁、过度索取权限', '违规使用个人信息']],
    // a blank inside a label is none between two
    ['APP 强制、频繁、  过度索取权限', ['APP强制、频繁、过度索取权限']],
    ['（二）超范围收集个人信息。', ['超范围收集个人信息']],
    ['3.账号注销难；', ['账号注销难']],
    // a narrow column wraps its labels
    ['违规收集\n个人信息', ['违规收集个人信息']],
    ['违规收集\n个人信息、\n账号\n注销难', ['违规收集个人信息', '账号注销难']],
    ['APP强制、频繁、\n过度索取权限\n违规收集个人信息', ['APP强制、频繁、过度索取权限', '违规收集个人信息']],
    // numbers part labels on one line
    ['①违规收集个人信息②违规使用个人信息', ['违规收集个人信息', '违规使用个人信息']],
    ['1.违规收集个人信息2.账号注销难', ['违规收集个人信息', '账号注销难']],
    // a line that heads labels is none
    ['违规收集个人信息问题：\n过度索取权限', ['违规收集个人信息', '过度索取权限']],
    ['存在账号注销难问题：', ['账号注销难']],
    ['存在以下问题：\n违规收集个人信息', ['违规收集个人信息']],
    ['1、违规收集个人信息；2、在第3、第4页强制授权', ['违规收集个人信息', '在第3、第4页强制授权']],
    ['侵害用户权益类问题：\n1、违规收集个人信息\n2、过度索取权限', ['违规收集个人信息', '过度索取权限']],
    // each label once
    ['违规收集个人信息\n违规收集个人信息。', ['违规收集个人信息']],
    ['小程序强制、频繁、过度索取权限', ['小程序强制、频繁、过度索取权限']],
    ['', []],
  ])('%j', (cell, labels) => {
    const read = readProblems(cell);
    expect(read.labels).toEqual(labels);
    expect(read.mended).toEqual([]);
  });

  it.each([
    ['强制、频繁、过度索取权限', 'APP强制、频繁、过度索取权限'], // subject left out
    ['APP强制、频繁、过度索取', 'APP强制、频繁、过度索取权限'], // cut
    ['欺骗误导强迫用', '欺骗误导强迫用户'],
    ['违规使用个人信息功能', '违规使用个人信息'], // a word slipped in
    ['超范围收集个人信息等', '超范围收集个人信息'],
    ['欺骗误異用户下载APP', '欺骗误导用户下载APP'], // one character misread
    ['违规收集个人信息：在用户同意前读取设备编号', '违规收集个人信息'], // what was found is told behind it
    ['应用分发平台上的APP信息明示不不到位', '应用分发平台上的APP信息明示不到位'], // one doubled
  ])('mends %s', (from, to) => {
    expect(readProblems(from)).toEqual({ labels: [to], mended: [{ from, to }], unknown: [] });
  });

  it('keeps a label that it does not know, and says so', () => {
    expect(readProblems('未提供青少年模式')).toEqual({ labels: ['未提供青少年模式'], mended: [], unknown: ['未提供青少年模式'] });
  });

  it('never turns one canonical label into another', () => {
    for (const label of ['私自收集个人信息', '违规收集个人信息', '超范围收集个人信息', '过度索取权限', '频繁申请权限', '违规推送弹窗信息', '弹窗信息骚扰用户']) {
      expect(readProblems(label)).toEqual({ labels: [label], mended: [], unknown: [] });
    }
  });
});
