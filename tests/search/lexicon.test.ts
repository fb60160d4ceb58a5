import { describe, expect, test } from "vitest";
import {
  compileLexicon,
  expand,
  matchWords,
  meaningsOf,
  wordList,
} from "../../src/search/lexicon.ts";
import { normalise } from "../../src/search/normalise.ts";

const list = wordList([
  { word: "烧烤", meaning: "grill" },
  { word: "烧烤摊", meaning: "stall" },
  { word: "food stalls", meaning: "stall" },
  { word: "摊", meaning: "any stall" },
]);
const found = (text: string) => matchWords(list, normalise(text)).map(({ meaning }) => meaning);

describe("words of a list in a text", () => {
  test("the longest word wins where words overlap", () => {
    expect(found("想支个烧烤摊")).toEqual(["stall"]);
    expect(found("烧烤和摊")).toEqual(["grill", "any stall"]);
  });

  test("English is matched by stems, over any gap", () => {
    expect(found("My FOOD  stall")).toEqual(["stall"]);
  });

  test("half an English word is no match", () => {
    expect(found("seafood stall")).toEqual([]);
  });

  test("a word with two meanings keeps both", () => {
    const two = wordList([
      { word: "过户", meaning: 1 },
      { word: "过户", meaning: 2 },
    ]);
    expect(matchWords(two, "过户").map(({ meaning }) => meaning)).toEqual([1, 2]);
  });

  test("a text that is nothing but the word is told from one that holds it", () => {
    expect(meaningsOf(list, "烧烤摊")).toEqual(["stall"]);
    expect(meaningsOf(list, "烧烤摊吗")).toEqual([]);
  });

  test("an empty list finds nothing", () => {
    expect(matchWords(wordList([]), "烧烤")).toEqual([]);
  });
});

test("a lexicon says which written features stand for which official ones", () => {
  const lexicon = compileLexicon([
    { words: { zh: ["馆子"], en: [] }, terms: { zh: ["餐饮"], en: ["catering"] } },
  ]);
  expect(expand(lexicon, "开馆子")).toEqual([
    {
      word: "馆 子",
      covers: ["馆", "馆子", "子"],
      terms: ["餐", "餐饮", "饮", "cater", "=catering"],
    },
  ]);
});
