import type { IndexSettings } from "./text-index.ts";

/*
 * Every number of the catalogue search that was chosen by measuring.
 *
 * How: the example questions of the shelf (4,454 in Chinese and English, 289 groups), five random folds; a fold's
 * questions are taken out of the index and asked. Share whose group came first, then within five:
 *   documents alone .677 .906 · groups alone .684 .891 · half and half .690 .905 · and then, one after the other,
 *   lexicon at .15 instead of .4, titles 6 to 8 instead of 2, saturation 2.5 and 8 instead of 1.2: .742 .930.
 * Tried and left: Chinese triples (-1 point), no pairs of English words (-.6), words of asking kept (-.4),
 *   each feature of a group counted where it weighs most (-2); a trained linear classifier in the vote gave +1 point.
 */

/** BM25 for documents and for groups. Fields: title, aliases, questions, text, sound. */
export const CATALOGUE_SETTINGS: Record<"documents" | "groups", IndexSettings> = {
  documents: {
    saturation: 2.5,
    fields: [
      { weight: 6, lengthPenalty: 0.3 },
      { weight: 4, lengthPenalty: 0.3 },
      { weight: 2, lengthPenalty: 0.4 },
      { weight: 1, lengthPenalty: 0.75 },
      { weight: 3, lengthPenalty: 0.4 },
    ],
  },
  groups: {
    saturation: 8,
    fields: [
      { weight: 8, lengthPenalty: 0.5 },
      { weight: 6, lengthPenalty: 0.5 },
      { weight: 2, lengthPenalty: 0.75 },
      { weight: 1, lengthPenalty: 0.75 },
      { weight: 3, lengthPenalty: 0.75 },
    ],
  },
};

export const CALIBRATION = {
  /** Least confidence to claim a subject. */
  floor: 0.5,
  /** A second group this near to the first (share of its score) makes a question ambiguous. */
  rival: 0.92,
  /** Share of a score that comes from all documents of the group; the rest is its best document's. */
  groupShare: 0.6,
  /** What a guess weighs beside a word as written: its sound, its mended spelling, an official term. */
  weights: { sound: 0.6, spelling: 0.8, lexicon: 0.15 },
  /** Logistic weights of what speaks for a hit. */
  confidence: { bias: -4, coverage: 6, lead: 2, score: 0.5 },
};
