/**
 * Where the search begins to be sure. One place for every number that was chosen by measuring.
 */
export const CALIBRATION = {
  /** Least confidence to claim a subject. */
  floor: 0.5,
  /** A second group this near to the first (share of its score) makes a question ambiguous. */
  rival: 0.92,
};
