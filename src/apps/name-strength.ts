/** How much a name says by itself: whether its letters could as well stand in a text that means no app. */
import { foldText } from './fold-text';

/**
 * - `distinct`: long, and of characters that make no ordinary words (每日优鲜, QQ同步助手): an app wherever it stands alone
 * - `phrase`: ordinary words side by side (看看新闻, 去哪儿)
 * - `short`: one or two Chinese characters, a plain Latin word
 * - `word`: in the dictionary (花椒, 大街)
 * - `everyday`: made of words that every sentence has (一个, 快点), up to three Latin letters (in, CP), a number (2048)
 * - `kind`: says what an app does, and is said of many (天气预报, 手电筒)
 */
export type NameStrength = 'distinct' | 'phrase' | 'short' | 'word' | 'everyday' | 'kind';

/** Characters that stand alone in any sentence, or end an ordinary word: a name needs others to be distinct. */
const EVERYDAY_CHARACTERS = new Set(
  '我你您他她它们谁这那哪此其的地得了着过吗吧呢啊呀哦嘛么儿不没无有是在和与或及到去来回进出上下中里内外前后左右大小多少高低长短新老旧好坏快慢早晚远近真假美丑' +
    '一二三四五六七八九十百千万亿个只条件张位次点些种家人天日月年时分秒看听说读写唱跳走跑吃喝玩买卖借还送找学教用做打开关要想爱会能可让给把被都也就还再又才只很最太更' +
    '车房钱书图片照文字网站店馆厅院校班课题票卡币券包号码表册簿本机器法版帮通员师生族圈群吧屋城市区县省国手脚头心口眼为对向从以于之而但因所如像叫',
);

/**
 * Words that name a kind of app: a name made of them alone is said of many apps. Only what no rule can tell: the dictionary knows
 * them as it knows the words of 看看新闻.
 */
const KIND_WORDS = new Set(
  ('天气 预报 天气预报 手电筒 手电 计算 计算器 器 浏览 浏览器 输入 输入法 法 日历 万年历 万 年 历 老黄历 黄历 相机 照相机 美颜 相册 地图 导航 闹钟 时钟 钟 秒表 记事 记事本 本 便签 备忘 备忘录 录 录音 录音机 机 ' +
    '录 屏 录屏 手机 管家 清理 大师 助手 卫士 安全 电池 省电 文件 管理 管理器 阅读 阅读器 小说 免费 漫画 音乐 视频 播放 播放器 直播 短 新闻 头条 铃声 壁纸 主题 桌面 锁 屏 词典 字典 翻译 指南针 指南 针 测 仪 ' +
    '记账 账本 计步 计步器 步 打卡 日记 笔记 扫描 扫描仪 二维码 二维 码 应用 商店 市场 软件 下载 电话 短信 通讯录 通讯 邮箱 邮件 云盘 网盘 健康 运动 跑步 健身 菜谱 外卖 打车 公交 地铁 购物 商城 游戏 大厅 斗地主 麻将 象棋 ' +
    '英语 学习 背 单词 理财 股票 贷款 借款 支付 钱包 社交 聊天 交友 相亲 招聘 兼职 租房 买房 二手车 二手 旅游 旅行 酒店 机票 火车票 火车 票 快递 物流 驾考 考试 题库 图片 照片 编辑 编辑器 制作 剪辑 拼图 修图').split(' '),
);

/** Judges a name as it stands in a note. */
export function judgeName(name: string): NameStrength {
  const folded = foldText(name).replace(/[^\p{L}\p{N}+]/gu, '');
  const chinese = folded.replace(/[^\p{Script=Han}]/gu, '');
  if (chinese === '') return judgeLatin(name.normalize('NFKC').replace(/[^\p{L}\p{N}+]/gu, ''));
  const words = segmentWords(chinese);
  if (chinese === folded && (KIND_WORDS.has(chinese) || words.every((word) => KIND_WORDS.has(word)))) return 'kind';
  const isEveryday = [...chinese].every((character) => EVERYDAY_CHARACTERS.has(character));
  if (chinese === folded && (words.length === 1 || isEveryday)) return chinese.length >= 4 ? 'phrase' : isEveryday ? 'everyday' : 'word';
  if (folded.length <= 2 || (chinese.length === 1 && folded.length <= 3)) return 'short';
  if (chinese !== folded) return folded.length >= 4 && chinese.length >= 2 ? 'distinct' : 'phrase';
  return chinese.length >= 4 && words.some((word) => word.length === 1 && !EVERYDAY_CHARACTERS.has(word)) ? 'distinct' : 'phrase';
}

/** English sentences hold plain words of any length; letters and digits mixed, or a capital within, make no such word. */
function judgeLatin(name: string): NameStrength {
  if (/^(?:[a-z]{1,3}|[0-9]+)$/i.test(name)) return 'everyday';
  if (name.length >= 5 && (/[a-z][A-Z]/.test(name) || /[a-z][0-9]|[0-9][a-z]/i.test(name))) return 'distinct';
  return 'short';
}

/** The words of a Chinese text by the dictionary of the platform. */
export function segmentWords(text: string): readonly string[] {
  return Array.from(WORDS.segment(text), ({ segment }) => segment);
}

/** Whether a word begins at `from` and one ends at `to`, as far as the dictionary can see: 通知衣物 has no word 知衣. */
export function isAtWordEdges(text: string, from: number, to: number): boolean {
  let begins = from === 0;
  let ends = to === text.length;
  for (const { index, segment } of WORDS.segment(text)) {
    if (index === from) begins = true;
    if (index + segment.length === to) ends = true;
    if (index >= to) break;
  }
  return begins && ends;
}

const WORDS = new Intl.Segmenter('zh', { granularity: 'word' });
