import { clean } from "./clean.ts";
import { simplified } from "./simplified.ts";

/** Other ways of typing the same: [what is typed, what is searched]. */
const VARIANTS: readonly (readonly [RegExp, string])[] = [
  [/甚么/g, "什么"],
  [/咋地|咋的|咋整/g, "咋"],
  [/帐(?=户|号|单|本|簿)/g, "账"],
  [/其它/g, "其他"],
  [/登陆/g, "登录"],
  [/([!?.,;:~…。、！？-])\1+/g, "$1"],
  [/\blicences?\b/g, "license"],
  [/\blicenced\b/g, "licensed"],
  [/\blicencing\b/g, "licensing"],
  [/(lab|col|fav|neighb|harb)our/g, "$1or"],
  [/([a-z]{4})is(e|ed|es|er|ing|ation|ations)\b/g, "$1iz$2"],
  [/\bcentre/g, "center"],
  [/\b(instal|cancel|label)l(ed|ing|ation)\b/g, "$1$2"],
  [/\b(can|won|don|doesn|isn|aren|didn|couldn|shouldn)'?t\b/g, "not"],
  [/([a-z])(?:'(?:s\b)?)+/g, "$1"],
];
/** The vowel ü as keyboards write it in pinyin. */
const U_UMLAUT = /[üǖǘǚǜ]/g;
const LATIN_WITH_MARKS = /[\u00c0-\u024f\u1e00-\u1eff]/;
/** Chinese typed with a space after every character. */
const SPACED_OUT = /(?<=(?:^|\s)\p{Script=Han}) (?=\p{Script=Han}(?:\s|$))/gu;

/**
 * The one form in which text is indexed and searched.
 * @param text any string
 * @returns cleaned, lower case, simplified Chinese, no accents, one spelling of what is spelt in several ways
 */
export function normalise(text: string): string {
  const before = lately.get(text);
  if (before !== undefined) return before;
  const normalised = normalisedAnew(text);
  if (lately.size >= MOST_REMEMBERED) lately.clear();
  if (text.length <= LONGEST_REMEMBERED) lately.set(text, normalised);
  return normalised;
}

/** In one turn the same few texts are asked for again and again. */
const lately = new Map<string, string>();
const MOST_REMEMBERED = 64;
const LONGEST_REMEMBERED = 500;

function normalisedAnew(text: string): string {
  const plain = withoutAccents(simplified(clean(text).toLowerCase()));
  const spelt = VARIANTS.reduce(
    (current, [typed, searched]) => current.replace(typed, searched),
    plain,
  );
  return spelt.replace(SPACED_OUT, "");
}

function withoutAccents(text: string): string {
  if (!LATIN_WITH_MARKS.test(text)) return text;
  return text.replace(U_UMLAUT, "v").normalize("NFD").replace(/\p{M}/gu, "").normalize("NFC");
}
