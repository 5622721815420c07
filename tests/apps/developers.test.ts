import { describe, expect, it } from 'vitest';
import { compareDevelopers, type DeveloperRelation } from '../../src/apps/compare-developers';
import { readDeveloper } from '../../src/apps/developers';

describe('a developer taken apart', () => {
  it.each([
    ['杭州青柠网络科技有限公司', '青柠', ['杭州'], '网络科技'],
    ['青柠（杭州）科技有限公司', '青柠', ['杭州'], '科技'],
    ['浙江省杭州市青柠信息技术股份有限公司', '青柠', ['浙江', '杭州'], '信息技术'],
    ['青柠集团有限公司', '青柠', [], ''],
    ['深圳航空有限责任公司', '深圳航空', ['深圳'], ''],
    ['廊坊市青柠特网络科技', '青柠特', ['廊坊'], '网络科技'],
    ['永青超市有限公司', '永青', [], '超市'],
  ])('%s is %s', (text, core, places, trade) => {
    expect(readDeveloper(text)).toMatchObject({ core, places, trade });
  });

  it.each(['', '/', ' - ', null])('is nobody in %j', (text) => {
    expect(readDeveloper(text)).toBeNull();
  });

  it('knows a person from a firm', () => {
    expect(readDeveloper('陈小青')?.nature).toBe('person');
    expect(readDeveloper('青柠网络')?.nature).toBe('firm');
  });
});

describe('two developers', () => {
  const pairs: [string | null, string | null, DeveloperRelation][] = [
    ['青柠 (杭州) 科技有限公 司', '青柠（杭州）科技有限公司', 'same'],
    ['青檸網絡有限公司', '青檸网络有限公司', 'same'],
    ['青柠科技有限公司', '青柠科技股份有限公司', 'form'],
    ['青柠科技有限公司', '青柠科技有限责任公司', 'form'],
    ['深圳青柠传媒有限公司', '深圳市青柠传媒有限公司', 'form'],
    ['杭州青柠科技股份有限公司', '青柠（杭州）科技有限公司', 'form'],
    ['杭州青柠科技有限公司', '杭州青柠科技有限公', 'form'],
    ['杭州青柠科技有限公司', '杭州青柠科技有限公司宁波分公司', 'form'],
    ['杭州青柠科技有限公司', '杭州青柠科技科技有限公司', 'form'],
    ['北京青柠新媒体公司信息技术有限公司', '北京青柠新媒体信息技术有限公司', 'form'],
    ['Green Lime (Beijing) Co., Ltd.', 'GREEN LIME Beijing Co,.Ltd', 'same'],
    ['Green Lime Technology Co., Ltd.', 'Green Lime Technology Limited', 'form'],
    ['杭州青柠之窗数码科技有限公司', '杭州青柠之窗数', 'cut'],
    ['杭州世青优聘科技有限公司', '杭州世清优聘科技有限公司', 'one-character'],
    ['杭州青柠信息科技有限公司', '杭州青柠健康科技股份有限公司', 'renamed'],
    ['杭州青柠科技有限公司', '北京青柠科技有限公司', 'moved'],
    ['杭州青柠科技有限公司', '北京青柠文化传媒有限公司', 'one-house'],
    ['杭州青柠科技有限公司', '杭州青柠檬果网络有限公司', 'one-house'],
    ['杭州青柠科技有限公司', 'Hangzhou Qingning Technology Co., Ltd.', 'other-script'],
    ['杭州青柠科技有限公司', '陈小青', 'person'],
    ['陈小青', '小青 陈', 'form'],
    ['陈小青', '王山雨', 'different'],
    ['杭州青柠科技有限公司', null, 'unknown'],
    ['杭州青柠科技有限公司', '杭州山雨科技有限公司', 'different'],
    ['上海银行股份有限公司', '北京银行股份有限公司', 'different'],
  ];
  it.each(pairs)('%s and %s: %s', (one, other, relation) => {
    expect(compareDevelopers(readDeveloper(one), readDeveloper(other))).toBe(relation);
    expect(compareDevelopers(readDeveloper(other), readDeveloper(one))).toBe(relation);
  });
});
