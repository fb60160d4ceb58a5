const SEED = 20_261_124;
let shuffled: { size: number; order: Uint32Array } | undefined;

/**
 * Which fold a question belongs to: random, equally large folds, the same on every run.
 * @param at position of the question in the file
 * @param size how many questions there are
 */
export function foldOf(at: number, folds: number, size: number): number {
  if (shuffled?.size !== size) shuffled = { size, order: shuffle(size) };
  return shuffled.order[at]! % folds;
}

/** A seeded Fisher-Yates shuffle (linear congruential numbers): order[i] is the place of i. */
function shuffle(size: number): Uint32Array {
  const order = Uint32Array.from({ length: size }, (_, at) => at);
  let state = SEED;
  for (let at = size - 1; at > 0; at--) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const other = Math.floor((state / 2 ** 32) * (at + 1));
    [order[at], order[other]] = [order[other]!, order[at]!];
  }
  return order;
}
