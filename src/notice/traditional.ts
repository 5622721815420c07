/**
 * Traditional characters of the words that notices are written in, and of names of firms and apps (Unicode Unihan kSimplifiedVariant).
 * Only recognition and comparison use it: what is quoted and kept is the source's own text.
 * One character for one, so that a place in the simplified text is the same place in the source.
 */

/** Pairs of traditional and simplified form, those of headings, dates, counts, agencies and problem labels, then of names. */
const PAIRS =
  '應应開开發发號号來来處处網网絡络訊讯軟软體体數数據据業业營营運运辦办單单傳传輸输資资關关於于戶户權权為为報报總总會会國国務务現现測测試试檢检組组織织對对進进監监違违規规個个強强頻频過过導导誤误騙骗賬账帳账註注銷销難难彈弹擾扰動动聯联啟启啓启' +
  '級级顯显尋寻訂订閱阅讀读錄录調调頁页項项題题種种類类別别稱称廠厂東东電电視视聽听機机構构標标準准環环節节責责實实與与並并將将當当內内後后時时間间陽阳陰阴陳陈廣广龍龙遼辽寧宁蘇苏慶庆貴贵雲云陝陕肅肃維维爾尔區区壯壮灣湾協协腦脑憑凭認认證证護护' +
  '衛卫術术專专領领設设備备終终預预擇择獲获點点選选購购買买賣卖錢钱漢汉畫画書书圖图遊游戲戏藝艺樂乐學学習习醫医療疗藥药車车飛飞場场館馆門门問问幾几億亿萬万兩两參参陸陆貳贰釋释隱隐確确態态評评價价結结論论統统計计繼继續续約约紀纪經经濟济財财産产' +
  '產产質质給给讓让請请說说話话語语誌志記记該该詳详見见則则條条達达遠远遲迟適适還还邊边邁迈連连週周遺遗險险隨随際际階阶層层屬属歷历曆历歸归無无從从眾众優优僅仅償偿兒儿剛刚創创劃划勵励勞劳勢势卻却雙双變变叢丛員员嚴严圍围執执塊块壓压壞坏奪夺獎奖' +
  '審审寫写寶宝屆届島岛師师帶带幣币幫帮廢废廳厅張张彙汇徵征徹彻復复惡恶愛爱慣惯憲宪懷怀懸悬戰战掃扫採采損损換换揚扬攜携攔拦擁拥擴扩攝摄敗败敵敌斷断舊旧曉晓極极榮荣樣样樓楼橋桥檔档櫃柜歡欢歲岁殘残毀毁氣气決决沒没況况湊凑滿满滬沪漁渔潔洁濾滤災灾' +
  '熱热燈灯爐炉爭争狀状獨独畢毕異异盜盗盡尽盤盘碼码礎础禮礼積积穩稳競竞筆笔簡简簽签籤签糾纠純纯紙纸細细絕绝絲丝緊紧線线練练縣县縮缩縱纵繳缴纖纤罰罚羅罗職职聞闻聲声脫脱腳脚臨临舉举藍蓝蘭兰虛虚蟲虫補补裝装製制複复覺觉覽览觀观觸触訴诉診诊詞词誰谁' +
  '諮咨謝谢識识議议譯译譽誉豐丰負负貨货販贩貼贴貿贸費费賽赛贈赠贏赢趕赶趙赵跡迹軌轨軍军較较載载輕轻輛辆輪轮輯辑轉转農农遞递郵邮鄉乡鄭郑醬酱針针鈴铃銀银鋪铺錯错鍵键鎖锁鏈链鏡镜鐘钟鐵铁鑒鉴長长閃闪閉闭閒闲閘闸闆板闊阔隊队隻只雜杂雞鸡離离霧雾靈灵' +
  '靜静響响頂顶順顺須须頓顿額额願愿顧顾風风飯饭飲饮馬马駐驻駕驾騎骑驅驱驗验驚惊髮发鬧闹魚鱼鮮鲜鳥鸟麗丽黃黄齊齐齒齿龜龟範范騷骚佈布佔占裏里餘余贊赞詢询賦赋麼么裡里閣阁韓韩係系劑剂劵券嘗尝囑嘱園园團团圓圆壟垄夠够夾夹奮奋婦妇媽妈寢寝寬宽崗岗嶺岭' +
  '巖岩愨悫棄弃楊杨檻槛歐欧澤泽爺爷牆墙獵猎璽玺瘋疯癮瘾' +
  '華华興兴貓猫獸兽貝贝嬰婴齡龄詩诗課课許许謎谜養养麥麦紅红綠绿編编廟庙憂忧戀恋擊击瑪玛礦矿納纳綫线緣缘聰聪膚肤臺台艦舰衆众訓训託托豬猪貸贷釣钓頭头顏颜驛驿魯鲁鳳凤鴻鸿鷹鹰';

const SIMPLE: ReadonlyMap<string, string> = new Map((PAIRS.match(/../gu) ?? []).map((pair) => [pair.charAt(0), pair.charAt(1)] as const));
const ANY = new RegExp(`[${[...SIMPLE.keys()].join('')}]`);

/** The text in simplified characters, of the same length; the same string where it holds none of the others. */
export function simplify(text: string): string {
  if (!ANY.test(text)) return text;
  let simple = '';
  for (let i = 0; i < text.length; i += 1) simple += SIMPLE.get(text.charAt(i)) ?? text.charAt(i);
  return simple;
}

/** Turns a phrase that was found in simplified paragraphs into the words of the source. */
export function quoteFrom(paragraphs: readonly string[], simple: readonly string[]): (phrase: string) => string {
  return (phrase) => {
    for (const [i, text] of simple.entries()) {
      const at = text === paragraphs[i] ? -1 : text.indexOf(phrase);
      if (at >= 0) return (paragraphs[i] ?? '').slice(at, at + phrase.length);
    }
    return phrase;
  };
}
