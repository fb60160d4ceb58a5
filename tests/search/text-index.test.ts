import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  buildIndex,
  type IndexedDocument,
  type IndexSettings,
} from "../../src/search/build-index.ts";
import {
  contribution,
  explain,
  queryOf,
  rarity,
  scores,
  search,
} from "../../src/search/text-index.ts";

const ONE_FIELD: IndexSettings = { saturation: 1.2, fields: [{ weight: 1, lengthPenalty: 0.75 }] };
const TWO_FIELDS: IndexSettings = {
  saturation: 1.2,
  fields: [
    { weight: 3, lengthPenalty: 0 },
    { weight: 1, lengthPenalty: 0 },
  ],
};

const texts = (...list: string[]): IndexedDocument[] =>
  list.map((text, at) => ({ id: `d${at}`, fields: [text.split(" ").filter(Boolean)] }));

const word = fc.constantFrom("a", "b", "c", "d", "e");
const someDocuments = fc
  .array(fc.array(fc.array(word, { maxLength: 8 }), { minLength: 2, maxLength: 2 }), {
    minLength: 1,
    maxLength: 12,
  })
  .map((list) => list.map((fields, at) => ({ id: `d${at}`, fields })));
const someQuery = fc.array(word, { minLength: 1, maxLength: 5 }).map(queryOf);

describe("a text index", () => {
  test("scores by the formula of BM25", () => {
    const index = buildIndex(texts("a a b", "b", "b c"), ONE_FIELD);
    const idf = Math.log(1 + (3 - 1 + 0.5) / (1 + 0.5));
    const length = 1 - 0.75 + (0.75 * 3) / 2;
    expect(contribution(index, "a", 0)).toBeCloseTo((idf * 2 * 2.2) / (2 + 1.2 * length), 5);
  });

  test("finds only documents that hold a word, the rarer word first", () => {
    const index = buildIndex(texts("a x", "a y", "a rare", "z"), ONE_FIELD);
    const found = search(index, queryOf(["a", "rare"]), { limit: 10 });
    expect(found.map(({ document }) => index.ids[document])).toEqual(["d2", "d0", "d1"]);
  });

  test("a word in a heavier field counts more", () => {
    const documents = [
      { id: "text", fields: [[], ["a"]] },
      { id: "title", fields: [["a"], []] },
    ];
    const index = buildIndex(documents, TWO_FIELDS);
    expect(
      search(index, queryOf(["a"]), { limit: 1 }).map(({ document }) => index.ids[document]),
    ).toEqual(["title"]);
  });

  test("an unknown word is as rare as can be and adds nothing", () => {
    const index = buildIndex(texts("a", "b"), ONE_FIELD);
    expect(rarity(index, "nowhere")).toBeGreaterThan(rarity(index, "a"));
    expect(search(index, queryOf(["nowhere"]), { limit: 5 })).toEqual([]);
  });

  test("an empty index finds nothing", () => {
    expect(search(buildIndex([], ONE_FIELD), queryOf(["a"]), { limit: 5 })).toEqual([]);
  });

  test("two searches one after the other do not disturb each other", () => {
    const index = buildIndex(texts("a", "b", "a b"), ONE_FIELD);
    const first = search(index, queryOf(["a"]), { limit: 5 });
    search(index, queryOf(["b"]), { limit: 5 });
    expect(search(index, queryOf(["a"]), { limit: 5 })).toEqual(first);
  });

  test("in a large index what nearly all documents hold is passed over beside something rarer, and found alone", () => {
    const many = Array.from({ length: 6_000 }, (_, at) =>
      at === 4_321 ? "common rare" : "common",
    );
    const index = buildIndex(texts(...many), ONE_FIELD);
    const numbers = (...words: string[]) =>
      search(index, queryOf(words), { limit: 3 }).map(({ document }) => document);
    expect(numbers("common", "rare")).toEqual([4_321]);
    expect(numbers("common")).toEqual([0, 1, 2]);
  });

  test("the reasons sum up to the score", () => {
    fc.assert(
      fc.property(someDocuments, someQuery, (documents, query) => {
        const index = buildIndex(documents, TWO_FIELDS);
        const all = scores(index, query);
        documents.forEach((_, at) => {
          const told = explain(index, query, at).reduce((sum, { score }) => sum + score, 0);
          expect(told).toBeCloseTo(all[at]!, 4);
        });
      }),
    );
  });

  test("the order of documents changes no score", () => {
    fc.assert(
      fc.property(someDocuments, someQuery, (documents, query) => {
        const forward = scores(buildIndex(documents, TWO_FIELDS), query);
        const backward = scores(buildIndex(documents.toReversed(), TWO_FIELDS), query).toReversed();
        forward.forEach((score, at) => expect(backward[at]).toBeCloseTo(score, 4));
      }),
    );
  });

  test("documents of a word stand in ascending order, each once", () => {
    fc.assert(
      fc.property(someDocuments, (documents) => {
        const { starts, documents: numbers } = buildIndex(documents, TWO_FIELDS);
        for (let term = 0; term + 1 < starts.length; term++) {
          const stretch = [...numbers.subarray(starts[term], starts[term + 1])];
          expect(stretch).toEqual([...new Set(stretch)].sort((a, b) => a - b));
        }
      }),
    );
  });
});
