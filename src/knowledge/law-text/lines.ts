/** A line of a text, without marks of Markdown. */
export type Line = {
  text: string;
  /** It was marked as a heading or set in bold from end to end. */
  heading: boolean;
  /** What stood between the line before and this one, when a copy ran two articles into one line. */
  runOn?: string;
};

const FRONT_MATTER = /^\uFEFF?---\n[\s\S]*?\n---(?:\n|$)/;
const COMMENT = /<!--[\s\S]*?-->/g;
/** Where a public collection ends the head of a text. */
const END_OF_HEAD = /<!--\s*INFO END\s*-->/;

/**
 * The lines of a Markdown or plain text that hold something.
 * @returns the head apart where the text marks its end; else all lines are body
 */
export function linesOf(text: string): { head: Line[]; body: Line[] } {
  const whole = text.replaceAll(/\r\n?/g, "\n").replace(FRONT_MATTER, "");
  const [before, ...after] = whole.split(END_OF_HEAD);
  return after.length === 0
    ? { head: [], body: plain(before!) }
    : { head: plain(before!), body: plain(after.join("\n")) };
}

function plain(text: string): Line[] {
  return text
    .replaceAll(COMMENT, "")
    .split("\n")
    .map(plainLine)
    .filter((line) => line.text !== "")
    .flatMap(splitRunOn);
}

/** An article's number after the end of a sentence, in the middle of a line. */
const RUN_ON =
  /(?<=[。；：”])([\s\u3000]*)(?=第[零〇○一二三四五六七八九十百千]+条(?:之[一二三四五六七八九十]+)?[\s\u3000\p{Script=Han}])/gu;

/** Where a line may hold two articles, so that the second can be found; otherwise they are joined again. */
function splitRunOn({ text, heading }: Line): Line[] {
  const lines: Line[] = [{ text, heading }];
  let from = 0;
  for (const { index, 1: gap } of text.matchAll(RUN_ON)) {
    lines.at(-1)!.text = text.slice(from, index);
    from = index + gap!.length;
    lines.push({ text: text.slice(from), heading: false, runOn: gap! });
  }
  return lines;
}

/** A table of one column is a text in a frame. */
const FRAME = /^\s*\|\s?(?<cell>[^|]*?)\s?\|\s*$/u;
const RULE = /^[\s|:=*_-]*$/u;
const DECORATION = /^[\s\u3000>]*(?:[-*+]\s+(?=\*{0,2}第))?/u;

function plainLine(raw: string): Line {
  if (RULE.test(raw)) return { text: "", heading: false };
  const bare = (FRAME.exec(raw)?.groups?.["cell"] ?? raw).replace(DECORATION, "");
  const heading = /^#{1,6}\s*/.exec(bare);
  const text = bare.slice(heading?.[0].length ?? 0).replace(/\s+#+\s*$/, "");
  const bold = /^(\*\*|__)(.+)\1$/u.exec(text.trim());
  return {
    text: trimmed(text.replaceAll(/\*\*|__(?=\S)|(?<=\S)__/g, "")),
    heading: heading !== null || bold !== null,
  };
}

const GAPS_AROUND = /^[\s\u3000\u00A0\u200B\uFEFF]+|[\s\u3000\u00A0\u200B\uFEFF]+$/gu;

function trimmed(text: string): string {
  return text.replaceAll(GAPS_AROUND, "");
}
