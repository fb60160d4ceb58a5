import { readChineseNumber } from "../../domain/chinese-number.ts";
import type { Line } from "./lines.ts";

/** What begins with a line. */
export type Mark =
  /** An article may begin here; sure: it is set off, so it is hardly a reference inside a broken line. */
  | { kind: "article"; main: number; sub: number; name: string; rest: string; sure: boolean }
  | { kind: "division"; level: number; name: string }
  | { kind: "annex"; name: string }
  | { kind: "section"; style: SectionStyle; number: number; name: string; rest: string }
  | { kind: "item" }
  | { kind: "contents" };

/** How sections of a text without articles are counted: 一、 or 1. or （一）. */
export type SectionStyle = "chinese" | "arabic" | "bracket";

/** With the strokes that copies read from paper have for 一. */
const NUMERAL = "[零〇○一二三四五六七八九十百千两－—–‐]";
const STROKE = /[－—–‐]/gu;
const SPACED = `${NUMERAL}(?:[ \\u3000]?${NUMERAL})*`;
const ARTICLE = new RegExp(
  `^[第笫][ \\u3000]?(${SPACED}|\\d{1,4})[ \\u3000]?条(?:[ \\u3000]?之[ \\u3000]?(${SPACED}))?(?![款项目约件例])`,
  "u",
);
/** What follows a number when the words refer to an article instead of beginning one. */
const REFERS =
  /^(?:[、，,。；;）)》和或及至与的之第款项]|并|到第|中(?:的|规定|第|，|关于)|所(?:称|列|规定|指|述)|规定|以外|修改|删去|增加|关于|情形|后增|前增)/u;
const REFERS_AFTER_GAP = /^第[零〇一二三四五六七八九十\d]+[款项]/u;
const DIVISION = new RegExp(
  `^第[ \\u3000]?(${SPACED}|\\d{1,3})[ \\u3000]?(分编|[编章节])(.*)$`,
  "u",
);
const LEVELS: Record<string, number> = { 编: 0, 分编: 1, 章: 2, 节: 3 };
const LONGEST_DIVISION = 45;
const ANNEX =
  /^附[ \u3000]?(?:件|录|表|图|注)?[ \u3000]?[零一二三四五六七八九十\d]{0,3}[ \u3000]?(?:[:：]|$|[ \u3000].{0,40}$)/u;
/** Chapters that some copies leave without a number. */
const NAMED_CHAPTER = /^([总分附])[ \u3000]*则$/u;
const ITEM = new RegExp(
  `^(?:[（(]${NUMERAL}+[）)]|\\d{1,2}[.．、](?!\\d)|[（(]\\d{1,2}[）)])`,
  "u",
);
const SECTIONS: readonly [SectionStyle, RegExp][] = [
  ["chinese", new RegExp(`^(${NUMERAL}+)[、．.]`, "u")],
  ["bracket", new RegExp(`^[（(](${NUMERAL}+)[）)]`, "u")],
  ["arabic", /^(\d{1,3})[.．、](?!\d)/u],
];

/** What a line begins with, looked at by itself; nothing for a line that only goes on. */
export function markOf({ text, heading, runOn }: Line): Mark | null {
  if (runOn !== undefined) return articleMark(text, false);
  if (/^目[ \u3000]*[录次]$/u.test(text)) return { kind: "contents" };
  return articleMark(text, heading) ?? divisionMark(text, heading) ?? otherMark(text, heading);
}

function articleMark(text: string, heading: boolean): Mark | null {
  const match = ARTICLE.exec(text);
  if (!match) return null;
  const after = text.slice(match[0].length);
  const rest = after.replace(/^[\s\u3000:：]+/u, "");
  if (REFERS.test(after) && !/^[:：]/u.test(after)) return null;
  const setOff = after === "" || /^[\s\u3000【［（(]/u.test(after) || heading;
  return {
    kind: "article",
    main: numberOf(match[1]!),
    sub: match[2] === undefined ? 0 : numberOf(match[2]),
    name: match[0].replaceAll(/[ \u3000]/gu, ""),
    rest,
    sure: setOff && !REFERS_AFTER_GAP.test(rest),
  };
}

function divisionMark(text: string, heading: boolean): Mark | null {
  const match = DIVISION.exec(text);
  const rest = match?.[3] ?? "";
  if (!match || text.length > LONGEST_DIVISION || /[。；;]$/u.test(text)) return null;
  if (!heading && /^[的之和、，规所中至]/u.test(rest)) return null;
  const name = text.replace(/[.．…·\s\u3000]*\d*$/u, "").replaceAll(/[\s\u3000]+/gu, " ");
  return { kind: "division", level: LEVELS[match[2]!]!, name: name === "" ? text : name };
}

function otherMark(text: string, heading: boolean): Mark | null {
  const chapter = NAMED_CHAPTER.exec(text);
  if (chapter) return { kind: "division", level: LEVELS["章"]!, name: `${chapter[1]!}则` };
  if (ANNEX.test(text) && text.length <= LONGEST_DIVISION) return { kind: "annex", name: text };
  for (const [style, pattern] of SECTIONS) {
    const match = pattern.exec(text);
    if (!match) continue;
    const number = numberOf(match[1]!);
    const rest = text.slice(match[0].length).trim();
    return { kind: "section", style, number, name: match[0], rest };
  }
  if (ITEM.test(text)) return { kind: "item" };
  return heading ? { kind: "division", level: 4, name: text } : null;
}

function numberOf(text: string): number {
  return /^\d+$/.test(text)
    ? Number(text)
    : readChineseNumber(text.replaceAll(/[ \u3000]/gu, "").replaceAll(STROKE, "一"));
}

/** Whether a line is an item (项) of the paragraph before it. */
export function isItem(text: string): boolean {
  return ITEM.test(text);
}
