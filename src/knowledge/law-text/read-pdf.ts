import { closedUp, paragraphsOf, withoutFurniture, type PdfLine } from "./pdf-lines.ts";
import { withoutRadicals } from "./radicals.ts";
import { LawFileError } from "./refusal.ts";

/** One piece of text on a page as pdf.js gives it; transform holds size and place. */
type Piece = { str: string; transform: number[]; width: number; height: number };

/** A page of a law has more characters than this; fewer on average is a scan with a stamp. */
const FEWEST_A_PAGE = 15;
/** A gap wider than this share of a letter is a blank. */
const BLANK = 0.6;

/**
 * The paragraphs of a PDF, one a line, without page numbers, running heads and line breaks.
 * @throws LawFileError when it has a password, no text layer, or is damaged
 */
export async function readPdf(bytes: Buffer): Promise<string> {
  const pages = await pagesOf(bytes);
  const characters = pages.flat().reduce((sum, { text }) => sum + text.length, 0);
  if (characters < FEWEST_A_PAGE * pages.length)
    throw new LawFileError(
      "it holds pictures of pages and no text: run it through text recognition (OCR), or import another copy",
    );
  return paragraphsOf(withoutFurniture(pages)).join("\n");
}

async function pagesOf(bytes: Buffer): Promise<PdfLine[][]> {
  const { getDocumentProxy } = await import("unpdf");
  try {
    const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
    const pages: PdfLine[][] = [];
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number);
      const { items } = await page.getTextContent();
      pages.push(linesOf(items.filter((item): item is typeof item & Piece => "str" in item)));
      page.cleanup();
    }
    await pdf.loadingTask.destroy();
    return pages;
  } catch (error) {
    throw refusal(error);
  }
}

function refusal(error: unknown): LawFileError {
  const { name, message } = error instanceof Error ? error : { name: "", message: String(error) };
  return name === "PasswordException"
    ? new LawFileError("it has a password: save it without one, and import that")
    : new LawFileError(`this is no PDF that can be read (${message}): save or print it anew`);
}

/** Pieces on one height make a line, from left to right; the highest line first. */
function linesOf(pieces: readonly Piece[]): PdfLine[] {
  const rows: { y: number; pieces: Piece[] }[] = [];
  for (const piece of pieces) {
    if (piece.str === "" && piece.width === 0) continue;
    const y = piece.transform[5]!;
    const row = rows.findLast((one) => Math.abs(one.y - y) < sizeOf(piece) / 2);
    if (row) row.pieces.push(piece);
    else rows.push({ y, pieces: [piece] });
  }
  return rows
    .sort((a, b) => b.y - a.y)
    .map(({ pieces: row }) => lineOf(row.sort((a, b) => a.transform[4]! - b.transform[4]!)))
    .filter(({ text }) => text !== "");
}

const sizeOf = ({ height, transform }: Piece) => height || Math.abs(transform[3]!) || 10;

function lineOf(row: readonly Piece[]): PdfLine {
  const filled = row.filter(({ str }) => str.trim() !== "");
  const [first, last] = [filled[0] ?? row[0]!, filled.at(-1) ?? row.at(-1)!];
  let text = "";
  let end = first.transform[4]!;
  for (const piece of row) {
    const gap = piece.transform[4]! - end;
    if (text !== "" && gap > BLANK * sizeOf(piece)) text += " ";
    text += piece.str;
    end = piece.transform[4]! + piece.width;
  }
  // A blank of Chinese width at the beginning is an indent.
  const indent = /^\u3000*/u.exec(text)![0].length;
  return {
    text: closedUp(withoutRadicals(text).replaceAll(/ {2,}/g, " ").trim()),
    left: first.transform[4]! + indent * sizeOf(first),
    right: last.transform[4]! + last.width,
    size: sizeOf(first),
  };
}
