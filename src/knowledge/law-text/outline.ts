import { chooseArticles } from "./choose-articles.ts";
import type { Line } from "./lines.ts";
import { markOf, type Mark, type SectionStyle } from "./marks.ts";

/** What each line of a text is in the whole of it. */
export type Role =
  | { is: "article"; number: string; name: string; rest: string; restart: boolean }
  | { is: "section"; number: string; name: string; rest: string; restart: boolean }
  | { is: "division"; level: number; name: string }
  | { is: "annex"; name: string }
  | { is: "contents" }
  | { is: "text" };

const TEXT: Role = { is: "text" };
/** A heading such as 一、管辖 above articles. */
const LONGEST_HEADING = 28;
/** A decision's items stand before the articles of the text it brings, and are sentences. */
const SHORTEST_ITEM = 26;

/** @returns the role of every line: which begin an article is decided over the whole text, not line by line */
export function outlineOf(lines: readonly Line[], title: string): Role[] {
  const marks = lines.map(markOf);
  const articles = articleLines(marks);
  const first = Math.min(...articles);
  const sections = sectionLines(marks);
  if (isInSections(marks, articles, sections, title))
    return marks.map((mark, at) => sectionRole(mark, at, sections, lines[at]!));
  const items = new Set(
    [...sectionLines(marks.slice(0, first))].filter((at) => isSentence(lines[at]!)),
  );
  return marks.map((mark, at): Role => {
    if (mark === null) return TEXT;
    if (mark.kind === "article" && articles.has(at))
      return { is: "article", ...numbered(mark), restart: isRestart(marks, articles, at) };
    if (mark.kind === "section" && items.size > 1 && items.has(at))
      return section(mark, at === Math.min(...items));
    if (mark.kind === "section" && isHeadingOver(lines, articles, at))
      return { is: "division", level: mark.style === "chinese" ? 1 : 3, name: lines[at]!.text };
    if (mark.kind === "annex" && isBehindAll(marks, articles, at))
      return { is: "annex", name: mark.name };
    return mark.kind === "division" || mark.kind === "contents" ? plainRole(mark) : TEXT;
  });
}

type ArticleMark = Extract<Mark, { kind: "article" }>;

function numbered({ main, sub, name, rest }: ArticleMark) {
  return { number: sub === 0 ? String(main) : `${main}-${sub}`, name, rest };
}

function section(mark: Extract<Mark, { kind: "section" }>, isFirst: boolean): Role {
  const { number, name, rest } = mark;
  return { is: "section", number: `S${number}`, name, rest, restart: number === 1 && !isFirst };
}

function plainRole(mark: Mark): Role {
  if (mark.kind === "division") return { is: "division", level: mark.level, name: mark.name };
  return mark.kind === "contents" ? { is: "contents" } : TEXT;
}

function articleLines(marks: readonly (Mark | null)[]): Set<number> {
  const places: number[] = [];
  const candidates = [];
  let afterBreak = false;
  for (const [at, mark] of marks.entries()) {
    if (mark?.kind === "annex") afterBreak = true;
    if (mark?.kind !== "article") continue;
    places.push(at);
    candidates.push({ main: mark.main, sub: mark.sub, sure: mark.sure, afterBreak });
    afterBreak = false;
  }
  return new Set(chooseArticles(candidates).map((chosen) => places[chosen]!));
}

/** Lines that count 一、二、三 or 1. 2. 3. through the text; the first style that does so. */
function sectionLines(marks: readonly (Mark | null)[]): Set<number> {
  for (const style of ["chinese", "arabic", "bracket"] satisfies SectionStyle[]) {
    const places = [...marks.entries()].flatMap(([at, mark]) =>
      mark?.kind === "section" && mark.style === style ? [{ at, main: mark.number }] : [],
    );
    const chosen = chooseArticles(
      places.map(({ main }) => ({ main, sub: 0, sure: true, afterBreak: false })),
    ).map((one) => places[one]!);
    const counts = chosen.filter(({ main }) => main === 1).length;
    // Only 一、 begins again in an annex; 1. and （一） begin again in every list.
    const isOneCount = counts === 1 || style === "chinese";
    if (chosen.length > 1 && chosen[0]!.main === 1 && isOneCount)
      return new Set(chosen.map(({ at }) => at));
  }
  return new Set();
}

/** A text without articles of its own: none stands in it, or only ones that its sections quote. */
function isInSections(
  marks: readonly (Mark | null)[],
  articles: ReadonlySet<number>,
  sections: ReadonlySet<number>,
  title: string,
): boolean {
  if (articles.size === 0) return true;
  const first = Math.min(...articles);
  const mark = marks[first] as ArticleMark;
  const sectionsBefore = [...sections].filter((at) => at < first).length;
  if (mark.main === 1) return false;
  return sectionsBefore > 0 && (articles.size < sections.size || /决定|修正案|通知/u.test(title));
}

function sectionRole(
  mark: Mark | null,
  at: number,
  sections: ReadonlySet<number>,
  { heading }: Line,
): Role {
  if (mark === null) return TEXT;
  if (mark.kind === "section" && sections.has(at))
    return section(mark, at === Math.min(...sections));
  if (mark.kind === "annex") return { is: "annex", name: mark.name };
  return heading || mark.kind === "contents" ? plainRole(mark) : TEXT;
}

/** Begins again with 1 behind other articles. */
function isRestart(
  marks: readonly (Mark | null)[],
  articles: ReadonlySet<number>,
  at: number,
): boolean {
  const mark = marks[at] as ArticleMark;
  return mark.main === 1 && mark.sub === 0 && Math.min(...articles) < at;
}

function isHeadingOver(lines: readonly Line[], articles: ReadonlySet<number>, at: number): boolean {
  const { text, heading } = lines[at]!;
  const short = text.length <= LONGEST_HEADING && !/[。；：，;:,]$/u.test(text);
  return heading || (short && articles.has(at + 1));
}

const isSentence = ({ text }: Line) => text.length >= SHORTEST_ITEM || /[。：]$/u.test(text);

/** No article of the same count follows an annex: at most a text that begins again with 1. */
function isBehindAll(
  marks: readonly (Mark | null)[],
  articles: ReadonlySet<number>,
  at: number,
): boolean {
  const after = [...articles].filter((line) => line > at);
  const before = articles.size > after.length;
  return before && (after.length === 0 || isRestart(marks, articles, Math.min(...after)));
}
