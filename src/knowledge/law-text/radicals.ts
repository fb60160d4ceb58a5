/*
 * Programs that print PDF often write a character that is also a radical by the radical's own number: ⼈ for 人,
 * ⺠ for 民. It looks the same and is another character. Unicode maps U+2F00 to U+2FD5 back, most of U+2E80 to
 * U+2EF3 it does not: those that are whole characters of simplified Chinese stand here.
 */
const SUPPLEMENT: Record<string, string> = {
  "⺒": "巳",
  "⺠": "民",
  "⻁": "虎",
  "⻄": "西",
  "⻅": "见",
  "⻆": "角",
  "⻉": "贝",
  "⻋": "车",
  "⻓": "长",
  "⻔": "门",
  "⻘": "青",
  "⻙": "韦",
  "⻚": "页",
  "⻛": "风",
  "⻜": "飞",
  "⻝": "食",
  "⻢": "马",
  "⻣": "骨",
  "⻤": "鬼",
  "⻥": "鱼",
  "⻦": "鸟",
  "⻧": "卤",
  "⻨": "麦",
  "⻩": "黄",
  "⻬": "齐",
  "⻮": "齿",
  "⻰": "龙",
};
/** Where Unicode's mapping gives the traditional form, the glyph is that of the simplified one. */
const SIMPLIFIED: Record<string, string> = { 戶: "户", 靑: "青" };
const RADICAL = /[\u2E80-\u2FDF]/gu;

/** @returns the text with every radical that stands for a character written as that character */
export function withoutRadicals(text: string): string {
  return text.replaceAll(RADICAL, (radical) => {
    const character = SUPPLEMENT[radical] ?? radical.normalize("NFKC");
    return SIMPLIFIED[character] ?? character;
  });
}
