import type { HandlingKind } from "../domain/handling-item.ts";
import type { Facet } from "../domain/facet.ts";
import { pinyin } from "pinyin-pro";
import { detectLanguage } from "./detect.ts";
import { phraseFinder, without, type PhraseFinder, type PhraseMatch } from "./phrases.ts";

type Words = { zh: readonly string[]; en: readonly string[] };

/** What a piece of text asks about, apart from which item it is about. */
export type Aspects = {
  facets: Facet[];
  actions: HandlingKind[];
  /** The text without the words that ask, name an action or only fill. */
  rest: string;
  /** Whether it points back: 那, 这个, it. */
  pointsBack: boolean;
  /** Whether it asks at all: a facet, a question mark, a question word. */
  asks: boolean;
};

export type AspectReader = (text: string) => Aspects;

export type AspectSources = {
  facets: readonly { facet: Facet; words: Words }[];
  actions: readonly { kind: HandlingKind; words: Words }[];
  fillers: Words;
  pointers: Words;
  questionWords: Words;
};

type Meaning =
  | { sort: "facet"; facet: Facet }
  | { sort: "action"; kind: HandlingKind }
  | { sort: "filler" }
  | { sort: "pointer" }
  | { sort: "question" };

/** Builds the reader from the lexicon's words; where two meanings share a phrase, facets win over actions over fillers. */
export function aspectReader(sources: AspectSources): AspectReader {
  const meanings = meaningsOf(sources);
  const find = phraseFinder([...meanings].map(([phrase, value]) => ({ phrase, value })));
  const findBySound = soundFinder(meanings);
  return (text) => {
    const lower = text.toLowerCase();
    const typedSound = isPinyin(lower);
    const heard = typedSound ? lower.replaceAll(/[^a-z]/g, "") : lower;
    const matches = typedSound ? findBySound(heard) : find(lower);
    return aspectsOf(lower, heard, matches);
  };
}

function meaningsOf(sources: AspectSources): Map<string, Meaning> {
  const meanings = new Map<string, Meaning>();
  const add = (words: Words, meaning: Meaning) => {
    for (const word of [...words.zh, ...words.en])
      if (!meanings.has(word.toLowerCase())) meanings.set(word.toLowerCase(), meaning);
  };
  for (const { facet, words } of sources.facets) add(words, { sort: "facet", facet });
  for (const { kind, words } of sources.actions) add(words, { sort: "action", kind });
  add(sources.pointers, { sort: "pointer" });
  add(sources.questionWords, { sort: "question" });
  add(sources.fillers, { sort: "filler" });
  return meanings;
}

function aspectsOf(text: string, heard: string, matches: readonly PhraseMatch<Meaning>[]): Aspects {
  const meanings = matches.map((match) => match.value);
  const named = [...new Set(meanings.flatMap((m) => (m.sort === "facet" ? [m.facet] : [])))];
  const facets = shapedFacets(text, named);
  return {
    facets,
    actions: [...new Set(meanings.flatMap((m) => (m.sort === "action" ? [m.kind] : [])))],
    rest: without(heard, matches)
      .replaceAll(QUANTITY, " ")
      .replaceAll(/[\p{P}\p{S}\p{Z}\s]+/gu, " ")
      .trim(),
    pointsBack: meanings.some((m) => m.sort === "pointer"),
    asks: facets.length > 0 || meanings.some((m) => m.sort === "question") || /[?？]/.test(text),
  };
}

/** "200平", "三个人": how much of something names nothing. */
const QUANTITY =
  /(?:\d+(?:\.\d+)?|[一二两三四五六七八九十百千万半]+)\s*(?:多|来|几)?\s*(?:平方米|平米|平方|平|㎡|个?人|口人|台|辆|间|张|年|个月|个?天|日|万元|万|块钱?|元|吨|号|家|岁|m2|sqm\b|people\b|days?\b|years?\b|yuan\b)/gu;

/** Whether a text is Chinese typed by its sound. */
function isPinyin(text: string): boolean {
  return /[a-z]/.test(text) && !/\p{Script=Han}/u.test(text) && detectLanguage(text, "en") === "zh";
}

/** A sound as short as this stands in too many words. */
const SHORTEST_SOUND = 4;

/** Finds the lexicon's Chinese words by their toneless sound, written without blanks: "duoshaoqian". */
function soundFinder(meanings: ReadonlyMap<string, Meaning>): PhraseFinder<Meaning> {
  const sounds = new Map<string, Meaning>();
  for (const [word, meaning] of meanings) {
    if (!/^\p{Script=Han}+$/u.test(word)) continue;
    const sound = pinyin(word, { toneType: "none", type: "array", v: true }).join("");
    if (sound.length >= SHORTEST_SOUND && !sounds.has(sound)) sounds.set(sound, meaning);
  }
  return phraseFinder(
    [...sounds].map(([phrase, value]) => ({ phrase, value })),
    { insideWords: true },
  );
}

/** "要办…吗", "得…不": whether something is needed, asked by the shape of the sentence. */
const NEED_SHAPE = /(?:要|需|得|用|该)[^，。？?!！]{0,24}(?:吗|么|嘛|不)\s*[?？]?$/u;
/** "How long is it valid": the words of a time limit, but not its meaning. */
const VALID_SHAPE = /how long.*(?:valid|last)|(?:valid|last).*how long/i;

/** "What papers do I need": the need of papers, not whether anything is needed. */
const WANT_SHAPE = /^(?:and |so |ok |then )?(?:what|which|where|when|how)\b/i;

/** What single words do not tell, the shape of the sentence does. */
function shapedFacets(text: string, named: readonly Facet[]): Facet[] {
  if (named.length === 0) return NEED_SHAPE.test(text) ? ["need"] : [];
  if (named.includes("limit") && VALID_SHAPE.test(text))
    return [...new Set<Facet>(named.map((facet) => (facet === "limit" ? "validity" : facet)))];
  const wants = named.length > 1 && WANT_SHAPE.test(text);
  return named.filter((facet) => !(wants && facet === "need"));
}
