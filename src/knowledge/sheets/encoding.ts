import iconv from "iconv-lite";

/** utf8-bom: what Excel of today opens by a double click; gb18030: what old Chinese programs write. */
export const ENCODINGS = ["utf8-bom", "gb18030"] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** @throws when a character has no place in the encoding; the message shows it */
export function encodeText(text: string, encoding: Encoding): Uint8Array {
  if (encoding === "utf8-bom") return Buffer.from(`\uFEFF${text}`, "utf8");
  const bytes = iconv.encode(text, "gb18030");
  const back = iconv.decode(bytes, "gb18030");
  if (back === text) return bytes;
  const [before, after] = [Array.from(text), Array.from(back)];
  const lost = before.find((character, i) => after[i] !== character);
  throw new Error(`“${lost}” cannot be written in GB18030: export with --encoding utf8-bom`);
}

/**
 * The text of a file that some program wrote: UTF-8 with or without its mark, UTF-16 with it, else GB18030.
 * @throws when it is none of these
 */
export function decodeText(bytes: Uint8Array, file: string): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    const text = iconv.decode(Buffer.from(bytes), "gb18030");
    if (!text.includes("\uFFFD")) return text;
    throw new Error(`${file} is neither UTF-8 nor GB18030: save it from Excel as “CSV UTF-8”`);
  }
}
