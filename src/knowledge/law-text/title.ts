import { daysIn } from "./dates.ts";
import type { Line } from "./lines.ts";

/** What the title of a law ends with. */
const KIND_OF_LAW =
  /(?:法|法典|条例|规定|办法|规则|细则|规程|解释|决定|决议|通知|意见|批复|答复|公告|方案|目录|标准|制度|准则|规范|章程|宪法|修正案|通告|指引|指南|清单|令)(?:[（(][^（）()]{1,12}[）)])?$/u;
const ORDER_LINE =
  /令$|^第\s*[\d〇零一二三四五六七八九十百]+\s*号$|^[\p{Script=Han}]{2,14}[〔［[（(]\d{4}[〕］\])）]\s*\d+\s*号$/u;
/** "《…办法》已经…通过，现予公布": the order names the title. */
const PUBLISHED_TITLE = /《([^《》]+(?:〈[^〉]*〉[^《》]*)*)》\s*已[经于]/u;
const LONGEST_LINE = 60;
/** A book of a code, in a file of its own. */
const BOOK = /编$|^[总分附]则$/u;

/**
 * The title of a text, and the book where a file holds only one book of a code.
 * @param before lines before the first chapter or article
 */
export function titleOf(before: readonly Line[]): { title: string; part: string | null } {
  const headings = before.filter(({ heading }) => heading).map(({ text }) => squeezed(text));
  if (headings.length > 0) {
    const [title, second] = headings;
    const part = second !== undefined && BOOK.test(second) && second !== title ? second : null;
    return { title: title!, part };
  }
  const published = PUBLISHED_TITLE.exec(before.map(({ text }) => text).join(""));
  if (published) return { title: squeezed(published[1]!), part: null };
  return { title: plainTitle(before.map(({ text }) => text)), part: null };
}

/** The first lines that together end like a title; a title set on two lines is one. */
function plainTitle(lines: readonly string[]): string {
  const candidates = lines.slice(0, 12).filter((line) => !isAside(line));
  for (let from = 0; from < candidates.length; from++) {
    let joined = "";
    for (const line of candidates.slice(from, from + 4)) {
      if (line.length > LONGEST_LINE || /[。；：]$/u.test(line)) break;
      joined += line;
      if (KIND_OF_LAW.test(squeezed(joined))) return squeezed(joined);
    }
  }
  return squeezed(candidates[0] ?? lines[0] ?? "");
}

/** Order, number, day and bracket stand around a title, never in it. */
function isAside(line: string): boolean {
  const squeezedLine = squeezed(line);
  return (
    (ORDER_LINE.test(squeezedLine) && !/关于/u.test(squeezedLine)) ||
    /^[（(]/u.test(line) ||
    daysIn(line)[0]?.from === 0
  );
}

/** "附 则", "管 理 办 法": gaps between Chinese characters are only layout. */
export function squeezed(text: string): string {
  return text
    .replace(/^最高人民法院[\s\u3000]+最高人民检察院/u, "最高人民法院、最高人民检察院")
    .replaceAll(/(?<=[\p{Script=Han}、）》])[\s\u3000]+(?=[\p{Script=Han}（《])/gu, "")
    .replaceAll(/[\s\u3000]+/gu, " ")
    .trim();
}
