import { LawFileError } from "./refusal.ts";

/**
 * Text as UTF-8, UTF-16 with its mark, or the Chinese GB18030 that older programs write.
 * @throws LawFileError when it is none of them
 */
export function readPlain(bytes: Buffer): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  for (const encoding of ["utf-8", "gb18030"]) {
    const text = decoded(bytes, encoding);
    if (text !== null && !text.includes("\0")) return text;
  }
  throw new LawFileError("this is no text: save it as UTF-8 text, .docx or PDF, and import that");
}

function decoded(bytes: Buffer, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
