import { best } from "./best.ts";
import { buildIndex } from "./build-index.ts";
import { featuresOf } from "./features.ts";
import { holdingOf, queryOf, rarityOf, scores, type TextIndex } from "./text-index.ts";

/** An article as it is searched: its law's title belongs to its text (measured, see evaluation.md). */
export type SearchableArticle = { id: string; title: string; text: string };

/** BM25 as it was found best on statutes: one field, title and wording together. */
const SETTINGS = { saturation: 1.2, fields: [{ weight: 1, lengthPenalty: 0.75 }] };

/** @returns an index over some articles; several of them are searched together */
export function buildArticleIndex(articles: readonly SearchableArticle[]): TextIndex {
  return buildIndex(
    articles.map(({ id, title, text }) => ({ id, fields: [featuresOf(`${title}\n${text}`)] })),
    SETTINGS,
  );
}

/** An article that was found. */
export type ArticleHit = {
  id: string;
  /** Comparable within one result. */
  score: number;
  /** Share of the weight of the words that the article holds, about 0 to 1. */
  share: number;
};

/** Searches several indexes as if they were one. */
export type ArticleSearch = {
  /**
   * @param accept articles, by index and number in it, that may be found
   * @returns best first
   */
  find(
    words: string,
    limit: number,
    accept: (index: number, document: number) => boolean,
  ): ArticleHit[];
};

/** What more than a quarter of a large library holds is passed over when something rarer is asked too. */
const MANY = 5_000;

/**
 * Join indexes that were built apart: rarity is counted over all of them, so scores are those of one index, but
 * for the mean length of an article, which each has of its own.
 */
export function searchTogether(indexes: readonly TextIndex[]): ArticleSearch {
  const size = indexes.reduce((sum, { ids }) => sum + ids.length, 0);
  const scratch = indexes.map(({ ids }) => new Float32Array(ids.length));
  const holding = (feature: string) =>
    indexes.reduce((sum, index) => sum + holdingOf(index, feature), 0);
  return {
    find(words, limit, accept) {
      const asked = [...queryOf(featuresOf(words))].map(([feature, weight]) => ({
        feature,
        weight,
        holding: holding(feature),
      }));
      const telling = asked.filter((one) => one.holding <= MANY || one.holding * 4 <= size);
      const terms = telling.length > 0 ? telling : asked;
      const whole = terms.reduce((sum, one) => sum + one.weight * rarityOf(one.holding, size), 0);
      return indexes
        .flatMap((index, which) =>
          best(scores(index, queryFor(index, terms, size), scratch[which]), limit, (document) =>
            accept(which, document),
          ).map(({ document, score }) => ({
            id: index.ids[document]!,
            score,
            share: Math.min(1, score / whole),
          })),
        )
        .sort((a, b) => b.score - a.score)
        .slice(0, limit);
    },
  };
}

type Term = { feature: string; weight: number; holding: number };

/** An index's impacts hold its own rarity; the weight puts that of all indexes in its place. */
function queryFor(index: TextIndex, terms: readonly Term[], size: number): Map<string, number> {
  return new Map(
    terms.flatMap(({ feature, weight, holding }) => {
      const term = index.terms.get(feature);
      if (term === undefined) return [];
      return [[feature, (weight * rarityOf(holding, size)) / index.rarity[term]!] as const];
    }),
  );
}
