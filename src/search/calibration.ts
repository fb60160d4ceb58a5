import type { IndexSettings } from "./build-index.ts";

/*
 * Every number of the catalogue search that was chosen by measuring.
 *
 * How: the example questions of the shelf, five random folds; a fold's questions are taken out of the index and
 * asked. Shares are of groups that came first, then within five. First with 6,947 questions and 300 groups:
 *   documents alone .677 .906 · groups alone .684 .891 · half and half .690 .905 · and then, one after the other,
 *   lexicon at .15 instead of .4, titles 6 to 8 instead of 2, saturation 2.5 and 8 instead of 1.2: .756 .940.
 * Then with 8,928 questions, those that name nothing left out, measured on the 6,860 to items:
 *   as it stood .796 .968 · learned contrast .811 .971 · questions of a group less penalised for their length
 *   (.5 instead of .75) .815 .972 · English words as typed at half weight .817 .973.
 *   Questions by other authors than those in the index: .789 .969, in the end .808 .972.
 * Tried and left: Chinese triples (-1 point), no pairs of English words (-.6), words of asking kept (-.4), each
 *   feature of a group counted where it weighs most (-2), features weighed by how unevenly groups use them (-.5 to
 *   -2), single characters, pairs or numbers weighed otherwise (within .2). In the vote beside BM25: the nearest
 *   example question (-1), naive Bayes (-2), a linear classifier over all groups (+1.2, but six seconds to train).
 */

/** BM25 for documents and for groups. Fields: title, aliases, questions, text, sound of names, sound of questions. */
export const CATALOGUE_SETTINGS: Record<"documents" | "groups", IndexSettings> = {
  documents: {
    saturation: 2.5,
    fields: [
      { weight: 6, lengthPenalty: 0.3 },
      { weight: 4, lengthPenalty: 0.3 },
      { weight: 2, lengthPenalty: 0.4 },
      { weight: 1, lengthPenalty: 0.75 },
      { weight: 5, lengthPenalty: 0.3 },
      { weight: 2, lengthPenalty: 0.4 },
    ],
  },
  groups: {
    saturation: 8,
    fields: [
      { weight: 8, lengthPenalty: 0.5 },
      { weight: 6, lengthPenalty: 0.5 },
      { weight: 2, lengthPenalty: 0.5 },
      { weight: 1, lengthPenalty: 0.75 },
      { weight: 6, lengthPenalty: 0.5 },
      { weight: 2, lengthPenalty: 0.5 },
    ],
  },
};

export const CALIBRATION = {
  /**
   * Least confidence to claim a subject. At .35 the right item is kept in 96 of 100 held-out questions and three in
   * ten of the wrong ones are let go; of questions to an outside door taken off the shelf 25 of 100 are claimed for
   * some item (.3: 97, two in ten, 29; .4: 94, four in ten, 22; .5: 90, five in ten, 17).
   */
  floor: 0.35,
  /**
   * Below it a subject is a guess, and the visitor is asked whether it is meant. On the
   * dev questions with 1,218 doors: of 274 that are nobody's item so many were answered as one, and of all 1,068 so
   * many ended right: .4: 7 and 1,009, .45: 6 and 1,008, .5: 6 and 1,002, .55: 6 and 998.
   */
  sure: 0.45,
  /**
   * A general rule holds for everything, so it is told from this confidence on, or as sure as an item where all else
   * has at most such a share of its score. On the dev questions with 75 rules 7 of 274 about nobody's item were
   * answered when rules were told as items are, 6 so; nothing that was right was lost.
   */
  rule: { sure: 0.65, alone: 0.75 },
  /**
   * A second group this near to the first (share of its score) makes a question ambiguous. Of right answers that
   * would be asked about needlessly, and of wrong ones where the right item would be offered, in 100:
   * .97: 2 and 13, .92: 6 and 36, .85: 13 and 56.
   */
  rival: 0.97,
  /**
   * The same for an outside door beside an item that is not found with this confidence. On the dev questions, with
   * 1,025 doors: of 686 right answers 8 have a door this near, of 15 about nobody's item 12 (.9: 6 and 8; .8: 13 and
   * 12; whatever the confidence: 14 and 14).
   */
  rivalDoor: { share: 0.84, unless: 0.7 },
  /** Share of a score that comes from all documents of the group; the rest is its best document's. */
  groupShare: 0.6,
  /**
   * Learning what tells groups apart: parts into which the example questions are dealt, rivals looked at for each,
   * rounds over all of them, first step, trust in the search's own score meanwhile, and the learned share of a score.
   */
  contrast: { parts: 3, rivals: 8, rounds: 4, step: 0.3, trust: 10, share: 0.075 },
  /**
   * Factor for a handling item whose action is named, and for beginning something when no action is named.
   * Handling item right within its item: .714 without, .769 named only, .783 with both.
   */
  actionBonus: { named: 2, beginning: 1.3 },
  /** Factor for a group when the whole question is one of its names: of names typed alone 94.5 became 98 of 100 right. */
  nameBonus: 1.5,
  /** What a guess weighs beside a word as written: its sound, its mended spelling, an official term; and the very form
   * of an English word beside its stem. */
  weights: { sound: 0.6, spelling: 0.8, lexicon: 0.15, typed: 0.5 },
  /**
   * Logistic weights of what speaks for a hit: share of the question explained, lead over the next group and over
   * the one after that, logarithm of the score, Chinese. Fitted on held-out questions as above and on questions to
   * groups taken off the shelf (weighted .3: most visitors ask what there is); area under the curve .836 on the half
   * not fitted on (.833 without the group after the next and without the language, which let through 33 instead of
   * 28 of the questions to a missing outside door). Of hits with confidence .4 to .5, .6 to .7, .8 to .9 and above,
   * 46, 65, 85 and 95 of 100 were right.
   */
  confidence: {
    bias: -6.02,
    coverage: 1.49,
    lead: 3.75,
    clear: 2.01,
    score: 1.04,
    chinese: -0.53,
  },
};
