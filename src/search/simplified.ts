import { Converter } from "opencc-js/t2cn";

/** Characters that stand in simplified text too: alone they do not make a text traditional. */
const SHARED = new Set("么著乾");

const UNKNOWN = 0;
const PLAIN = 1;
const TRADITIONAL = 2;
/** What is known of each character up to U+9FFF; a conversion is only paid for text that needs one. */
const script = new Uint8Array(0xa000);

let converters: ((text: string) => string)[] | undefined;

/**
 * Traditional Chinese of Taiwan and Hong Kong as simplified Chinese.
 * @returns the same string when no traditional character occurs
 */
export function simplified(text: string): string {
  return hasTraditional(text) ? convert(text) : text;
}

function hasTraditional(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x3400 || code > 0x9fff) continue;
    if (script[code] === UNKNOWN) script[code] = scriptOf(text.charAt(at));
    if (script[code] === TRADITIONAL) return true;
  }
  return false;
}

function scriptOf(character: string): number {
  return SHARED.has(character) || convert(character) === character ? PLAIN : TRADITIONAL;
}

function convert(text: string): string {
  converters ??= [Converter({ from: "tw", to: "cn" }), Converter({ from: "hk", to: "cn" })];
  return converters.reduce((current, step) => step(current), text);
}
