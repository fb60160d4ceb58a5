/** Words after which a number belongs to them, though a blank stands between: 不到 60平. */
const LEANS =
  "不到|不足|没到|少于|小于|低于|超过|大于|多于|高于|不止|最多|至多|顶多|至少|最少|起码|大概|大约|差不多|面积|质量|预算|投资|约|共|是|有|小|近|快";

const BREAK = new RegExp(
  [
    String.raw`[，。；;！!？?\n…]+`,
    String.raw`,(?!\d{3})`,
    String.raw`\.(?=\s|$)`,
    // "不卖烟、有电梯" are two, "没有电梯、锅炉" is one.
    "、(?=[有没不也就])",
    String.raw`(?<=\p{Script=Han})(?<!${LEANS})\s+(?=[\p{Script=Han}\d])`,
    String.raw`(?<=[a-z²㎡])\s+(?=\p{Script=Han})`,
    "但是|可是|(?<!不)但",
    String.raw`\bbut\b|\band\b(?=\s+(?:we|i|it|there|they)\b)`,
    "(?=建筑面积|使用面积|套内面积|实用面积)",
    // "没有绿卡也不是港澳台" are two denials, "装修也不做" is one.
    String.raw`(?<=[不没]\p{Script=Han}{2,6})(?=也不是)`,
    String.raw`(?<=有\p{Script=Han}{1,6})(?=没有\p{Script=Han}{2})`,
  ].join("|"),
  "iu",
);

/** @returns the clauses of a message, each said for itself: what one denies says nothing of the next */
export const clausesOf = (text: string): string[] =>
  text
    .split(BREAK)
    .map((clause) => clause.trim())
    .filter((clause) => clause !== "");
