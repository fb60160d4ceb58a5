/*
 * A law of a town that does not exist, written for these tests: contents, chapters, a section, an inserted article,
 * references at awkward places, items, an annex.
 */
export const HEAD = [
  "云桥镇灯笼街区管理条例",
  "（2019年3月5日云桥镇第三届人民代表大会第二次会议通过　根据2022年11月8日云桥镇第四届人民代表大会第一次会议《关于修改〈云桥镇灯笼街区管理条例〉的决定》修正）",
];

export const CONTENTS = ["目　　录", "第一章　总　则", "第二章　灯笼的悬挂", "第三章　附　则"];

export const BODY = [
  "第一章　总　则",
  "第一条　为了让灯笼街区夜里亮、白天净，方便居民行走，制定本条例。",
  "第二条　在灯笼街区挂灯、卖灯、修灯以及看灯的人，都适用本条例。",
  "本条例所称灯笼，是指用竹、纸或者布做成，里面可以放光源的挂件。",
  "第三条　镇灯笼办负责本条例的实施。",
  "第二章　灯笼的悬挂",
  "第一节　高度",
  "第四条　灯笼底边离地不得低于二米八。",
  "第四条之一　临水的一侧，底边离水面不得低于一米五。",
  "第五条　有下列情形之一的，可以不受第四条规定的限制：",
  "（一）元宵节前后各三日；",
  "（二）经镇灯笼办同意的夜市。",
  "第二节　光源",
  "第六条　灯笼只可以使用冷光源。违反",
  "第四条规定又使用明火的，由镇灯笼办责令改正，可以处五十元以上二百元以下罚款。",
  "第三章　附　则",
  "第七条　本条例自2019年5月1日起施行。2008年6月1日公布的《云桥镇挂灯办法》同时废止。",
  "附件：灯笼尺寸表",
  "小号直径三十厘米，大号直径六十厘米。",
];

/** The same as a plain text file. */
export const SAMPLE = [...HEAD, ...CONTENTS, ...BODY].join("\n");

/** Number and first words of every article, in order. */
export const ARTICLES: readonly (readonly [string, string])[] = [
  ["1", "为了让灯笼街区"],
  ["2", "在灯笼街区挂灯"],
  ["3", "镇灯笼办负责"],
  ["4", "灯笼底边离地"],
  ["4-1", "临水的一侧"],
  ["5", "有下列情形之一"],
  ["6", "灯笼只可以"],
  ["7", "本条例自2019年"],
];
