/**
 * Where the search begins to be sure. One place for every number that was chosen by measuring.
 */
export const CALIBRATION = {
  /** Least confidence to claim a subject. */
  floor: 0.5,
  /** A second group this near to the first (share of its score) makes a question ambiguous. */
  rival: 0.92,
  /** Share of a group's score that comes from all its documents together; the rest is its best document's. */
  pooling: 0.5,
  /** Logistic weights of what speaks for a hit. */
  confidence: { bias: -4, coverage: 6, lead: 2, score: 0.5 },
};
