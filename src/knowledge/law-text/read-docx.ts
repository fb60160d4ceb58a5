import { LawFileError } from "./refusal.ts";

/** An element of mammoth's document, as far as it is looked at. */
type Element = {
  type: string;
  value?: string;
  numbering?: object | null;
  children?: Element[];
};

/** So many numbered paragraphs and no written number: Word itself counts the articles. */
const MANY_NUMBERED = 5;
const WRITTEN_ARTICLE = /^[\s\u3000]*第.{1,12}条/mu;

/**
 * The paragraphs of a Word document, one a line; page heads, footers and notes are not part of it.
 * @throws LawFileError when it is locked, damaged, empty, or when Word counts its articles by itself
 */
export async function readDocx(bytes: Buffer): Promise<string> {
  if (bytes.readUInt32BE(0) === OLD_WORD)
    throw new LawFileError(
      "this is an old Word file or has a password: open it in Word, save it as .docx without a password, and import that",
    );
  const { default: mammoth } = await import("mammoth");
  const paragraphs: { text: string; numbered: boolean }[] = [];
  try {
    await mammoth.convertToHtml(
      { buffer: bytes },
      {
        transformDocument: (document: Element) => {
          gather(document, paragraphs);
          return { ...document, children: [] };
        },
      },
    );
  } catch (error) {
    throw new LawFileError(
      `this is no Word document that can be read (${error instanceof Error ? error.message : "unknown"}): open it in Word and save it anew`,
    );
  }
  const text = paragraphs.map((paragraph) => paragraph.text).join("\n");
  const numbered = paragraphs.filter((paragraph) => paragraph.numbered).length;
  if (text.trim() === "")
    throw new LawFileError(
      "there is no text in it, perhaps only pictures of pages: run it through text recognition (OCR), or import another copy",
    );
  if (numbered >= MANY_NUMBERED && !WRITTEN_ARTICLE.test(text))
    throw new LawFileError(
      "Word counts its articles by automatic numbering, which is not in the text: save it as plain text (.txt) in Word, and import that",
    );
  return text;
}

/** First four bytes of the format before .docx, in which locked documents are kept too. */
const OLD_WORD = 0xd0cf11e0;

function gather(element: Element, into: { text: string; numbered: boolean }[]): void {
  if (element.type !== "paragraph") {
    for (const child of element.children ?? []) gather(child, into);
    return;
  }
  // A line break inside a paragraph is a paragraph of the law.
  for (const text of textOf(element).split("\n"))
    into.push({ text, numbered: Boolean(element.numbering) });
}

function textOf({ type, value, children }: Element): string {
  if (type === "text") return value ?? "";
  if (type === "tab") return "\u3000";
  if (type === "break") return "\n";
  if (type === "noteReference" || type === "commentReference") return "";
  return (children ?? []).map(textOf).join("");
}
