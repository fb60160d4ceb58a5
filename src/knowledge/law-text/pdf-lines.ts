/** A line of a page: where it begins and ends (points from the left), and the size of its letters. */
export type PdfLine = { text: string; left: number; right: number; size: number };

/** So many lines at the head and the foot of a page may be furniture. */
const EDGE = 2;
const PAGE_NUMBER =
  /^(?:[-—–－·~～\s]*\d{1,4}[-—–－·~～\s]*|第\s*\d{1,4}\s*页(?:\s*[,，/]?\s*共\s*\d{1,4}\s*页)?|\d{1,4}\s*[/／]\s*\d{1,4}|page\s*\d{1,4}(?:\s*of\s*\d{1,4})?)$/iu;
/** What stands at the edge of this share of the pages is not part of the text. */
const REPEATED = 0.5;

/** Page numbers, and heads and feet that come again on other pages, taken away. */
export function withoutFurniture(pages: readonly (readonly PdfLine[])[]): PdfLine[] {
  const seen = new Map<string, number>();
  for (const page of pages)
    for (const key of new Set(edgesOf(page).map(({ text }) => sameOnEachPage(text))))
      seen.set(key, (seen.get(key) ?? 0) + 1);
  const often = Math.max(2, pages.length * REPEATED);
  return pages.flatMap((page) => {
    const edges = new Set(edgesOf(page));
    return page.filter(
      (line) =>
        !edges.has(line) ||
        !(PAGE_NUMBER.test(line.text.trim()) || seen.get(sameOnEachPage(line.text))! >= often),
    );
  });
}

function edgesOf(page: readonly PdfLine[]): PdfLine[] {
  return [...page.slice(0, EDGE), ...page.slice(-EDGE)];
}

/** A running head with the page's number in it is the same on every page. */
function sameOnEachPage(text: string): string {
  return text.replaceAll(/\d+/gu, "#").replaceAll(/\s+/gu, "");
}

/** Begins a paragraph, if the line before has come to an end. */
const BEGINS =
  /^(?:第[^，。]{1,10}[编章节条]|[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十]{1,3}、|附件|附录)/u;
const ENDS = /[。；：:;！？”）)]$/u;
/** In letters: what counts as set in, and as ended before the margin. */
const INDENT = 1.2;
const EARLY = 2.2;

/**
 * Put broken lines together again.
 * @param lines of all pages, without furniture
 * @returns paragraphs: one begins where a line is set in, after a line that ended early, or with 第…条 after a full stop
 */
export function paragraphsOf(lines: readonly PdfLine[]): string[] {
  const left = usual(lines.map((line) => line.left));
  const right = Math.max(...lines.map((line) => line.right));
  const paragraphs: string[] = [];
  lines.forEach(({ text, left: from, size }, at) => {
    const before = lines[at - 1];
    const goesOn =
      before !== undefined &&
      from < left + INDENT * size &&
      before.right > right - EARLY * before.size &&
      !(BEGINS.test(text) && ENDS.test(before.text));
    if (goesOn) paragraphs[paragraphs.length - 1] += gapBetween(before.text, text) + text;
    else paragraphs.push(text);
  });
  return paragraphs;
}

/** Words of two Latin letters keep a blank between them, Chinese has none. */
function gapBetween(before: string, after: string): string {
  return /[\w,.]$/.test(before) && /^\w/.test(after) ? " " : "";
}

/** The place where most lines begin, to the nearest point. */
function usual(places: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const place of places) {
    const near = Math.round(place);
    counts.set(near, (counts.get(near) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? 0;
}

/** So many pieces, nearly all of one character, are a line set wide. */
const FEWEST_PIECES = 4;
const SINGLE = 0.7;

/** "第 一 条 为 了": a line set wide, character by character, is closed up; its number stays set off. */
export function closedUp(text: string): string {
  const pieces = text.split(" ");
  const single = pieces.filter((piece) => Array.from(piece).length === 1).length;
  if (pieces.length < FEWEST_PIECES || single < SINGLE * pieces.length) return text;
  return pieces
    .join("")
    .replace(
      /^(第[零〇一二三四五六七八九十百千\d]+[编章节条](?:之[一二三四五六七八九十]+)?)(?=\S)/u,
      "$1 ",
    );
}
