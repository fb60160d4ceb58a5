import { headerFacts } from "./header.ts";
import { linesOf, type Line } from "./lines.ts";
import { isItem } from "./marks.ts";
import { outlineOf, type Role } from "./outline.ts";
import { wordingOf, type Article, type Paragraph, type ParsedLaw } from "./parsed-law.ts";
import { squeezed, titleOf } from "./title.ts";

/** Raise it when the same text would be taken apart otherwise: what was imported before is read again. */
export const PARSER = 1;

/** Articles at the end in which a text says when it comes into force and what it repeals. */
const ENDING = 4;

/**
 * Take the text of a law apart.
 * @param text Markdown or plain lines, in one version of the law
 * @returns articles with their wording as it stands there; a text without articles by its sections
 */
export function parseLaw(text: string): ParsedLaw {
  const { head, body } = linesOf(text);
  const { title, part } = titleOf(head.length > 0 ? head : beforeText(body));
  const from = head.length > 0 ? 0 : lastOfTitle(body, title);
  const lines = body.slice(from);
  const roles = outlineOf(lines, title);
  const begins = roles.findIndex(({ is }) => is !== "text");
  const asides = new Set(lines.slice(0, Math.max(0, begins)).filter(isAside));
  const articles = gather(lines, roles, asides);
  const headText = [...head, ...body.slice(0, from), ...asides].map((line) => line.text).join("\n");
  const ending = articles.slice(-ENDING).map(wordingOf).join("\n");
  return { title, part, ...headerFacts(title, headText, ending), articles, gaps: gapsIn(roles) };
}

/** The lines in which a title is looked for: up to the first chapter or article that reads like one. */
function beforeText(lines: readonly Line[]): Line[] {
  const at = lines.findIndex(({ text }) => /^第\s*[一1]\s*[编章条]|^目\s*[录次]$/u.test(text));
  return lines.slice(0, at < 0 ? 12 : at);
}

/** How many lines the title takes. */
function lastOfTitle(lines: readonly Line[], title: string): number {
  let joined = "";
  for (const [at, { text }] of lines.slice(0, 12).entries()) {
    joined += text;
    if (squeezed(joined).endsWith(title)) return at + 1;
  }
  return 0;
}

/** A line of the preface that tells of the law instead of being part of it: "（2020年…通过）". */
const isAside = ({ text }: Line) =>
  (BEGINS_WITH_DAY.test(text) && !isSentence(text)) ||
  /现(?:予|将).{0,40}(?:公布|发布|印发)|现予公告/u.test(text) ||
  (text.length < SHORT && ORDER_OR_NUMBER.test(text));

const BEGINS_WITH_DAY =
  /^(?:[（(]\s*)?(?:自|根据)?(?:\d{4}|[〇○零一二三四五六七八九]{4})\s*年\s*[\d一二三四五六七八九十]{1,2}\s*月/u;
const ORDER_OR_NUMBER = /第[\s\d〇一二三四五六七八九十百]+号|令$|[〔［[]\d{4}[〕］\]]\s*\d+\s*号/u;

/** "2018年5月，…检查了…。" begins with a day and is a sentence of the text. */
const isSentence = (text: string) => /^[^（(].*[。：；]$/u.test(text);

const SHORT = 40;

/** Put the lines of each article together. */
function gather(
  lines: readonly Line[],
  roles: readonly Role[],
  asides: ReadonlySet<Line>,
): Article[] {
  const made: Article[] = [];
  const path: string[] = [];
  let annexes = 0;
  let prefix = "";
  let open: Article | null = null;
  const begin = (number: string, name: string, rest: string) => {
    open = { number, name, path: path.filter(Boolean), paragraphs: [] };
    made.push(open);
    add(open, rest);
  };
  const beginAnnex = (name: string) => {
    annexes += 1;
    path.length = 0;
    path[0] = name;
    prefix = `A${annexes}.`;
  };
  roles.forEach((role, at) => {
    const { text, runOn } = lines[at]!;
    switch (role.is) {
      case "contents":
        break;
      case "division":
        path.length = role.level;
        path[role.level] = role.name;
        open = null;
        break;
      case "annex":
        beginAnnex(role.name);
        begin(`A${annexes}`, role.name, "");
        break;
      case "article":
      case "section":
        if (role.restart && open?.number !== `A${annexes}`) beginAnnex("");
        begin(prefix + role.number, role.name, role.rest);
        break;
      case "text":
        if (asides.has(lines[at]!)) break;
        if (open === null) begin(`T${made.length}`, path.findLast(Boolean) ?? "", "");
        if (runOn === undefined) add(open!, text);
        else append(open!, runOn + text);
    }
  });
  return made.filter(isFilled);
}

/** An annex that is only named ("附件：…（略）") is kept by its name; a division without text is only a path. */
function isFilled(article: Article): boolean {
  if (article.paragraphs.length === 0 && /^A\d+$/.test(article.number)) add(article, article.name);
  return article.paragraphs.length > 0;
}

/** An item belongs to the paragraph before it. */
function add(article: Article, text: string): void {
  if (text === "") return;
  const last: Paragraph | undefined = article.paragraphs.at(-1);
  if (last && isItem(text)) last.items.push(text);
  else article.paragraphs.push({ text, items: [] });
}

/** What was only thought to begin an article goes back to where it stood. */
function append({ paragraphs }: Article, text: string): void {
  const last = paragraphs.at(-1);
  if (!last) paragraphs.push({ text, items: [] });
  else if (last.items.length > 0) last.items[last.items.length - 1] += text;
  else last.text += text;
}

/** Numbers that are missing between the first and the last article of the text itself. */
function gapsIn(roles: readonly Role[]): string[] {
  const numbers: number[] = [];
  for (const role of roles) {
    if (role.is !== "article") continue;
    if (role.restart) break;
    numbers.push(Number.parseInt(role.number, 10));
  }
  return numbers.flatMap((number, at) => {
    const from = numbers[at - 1];
    return from === undefined
      ? []
      : Array.from({ length: Math.max(0, number - from - 1) }, (_, i) => String(from + 1 + i));
  });
}
