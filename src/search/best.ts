/** A document number with its score. */
export type Scored = { document: number; score: number };

/**
 * The best of many scores, without sorting them all.
 * @param scores score by document number; 0 is no hit
 * @param limit most results wanted
 * @param accept a document that is refused takes no place
 * @returns best first; of equal scores the lower document number first
 */
export function best(
  scores: Float32Array,
  limit: number,
  accept: (document: number) => boolean = () => true,
): Scored[] {
  const heap: Scored[] = [];
  let threshold = 0;
  for (let document = 0; document < scores.length; document++) {
    const score = scores[document]!;
    if (score <= threshold || !accept(document)) continue;
    insert(heap, { document, score }, limit);
    if (heap.length === limit) threshold = heap[0]!.score;
  }
  return heap.sort((a, b) => (worse(a, b) ? 1 : -1));
}

/** Whether a stands behind b. */
function worse(a: Scored, b: Scored): boolean {
  return a.score < b.score || (a.score === b.score && a.document > b.document);
}

/** Keep the worst at the root of a binary heap of at most `limit`. */
function insert(heap: Scored[], found: Scored, limit: number): void {
  if (limit < 1) return;
  if (heap.length < limit) {
    heap.push(found);
    rise(heap, heap.length - 1);
  } else if (worse(heap[0]!, found)) {
    heap[0] = found;
    sink(heap, 0);
  }
}

function rise(heap: Scored[], from: number): void {
  for (let at = from; at > 0;) {
    const parent = (at - 1) >> 1;
    if (!worse(heap[at]!, heap[parent]!)) return;
    swap(heap, at, parent);
    at = parent;
  }
}

function sink(heap: Scored[], from: number): void {
  for (let at = from; ;) {
    const left = 2 * at + 1;
    const right = left + 1;
    let worst = at;
    if (left < heap.length && worse(heap[left]!, heap[worst]!)) worst = left;
    if (right < heap.length && worse(heap[right]!, heap[worst]!)) worst = right;
    if (worst === at) return;
    swap(heap, at, worst);
    at = worst;
  }
}

function swap(heap: Scored[], a: number, b: number): void {
  const kept = heap[a]!;
  heap[a] = heap[b]!;
  heap[b] = kept;
}
