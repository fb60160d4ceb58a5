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
  const heap = emptyHeap(Math.max(0, Math.min(limit, scores.length)));
  let threshold = heap.room === 0 ? Infinity : 0;
  for (let document = 0; document < scores.length; document++) {
    const score = scores[document]!;
    if (score <= threshold || !accept(document)) continue;
    if (heap.size < heap.room) rise(heap, heap.size++, document, score);
    else sink(heap, document, score);
    if (heap.size === heap.room) threshold = heap.scores[0]!;
  }
  return sorted(heap);
}

/** A binary heap with the worst at its root, in arrays made once. */
type Heap = { room: number; size: number; documents: Uint32Array; scores: Float32Array };

function emptyHeap(room: number): Heap {
  return { room, size: 0, documents: new Uint32Array(room), scores: new Float32Array(room) };
}

/** Whether what stands at a place is behind this document with this score. */
function worse(heap: Heap, at: number, document: number, score: number): boolean {
  const own = heap.scores[at]!;
  return own < score || (own === score && heap.documents[at]! > document);
}

/** Put a document into the free place `at` or above it. */
function rise(heap: Heap, at: number, document: number, score: number): void {
  while (at > 0) {
    const parent = (at - 1) >> 1;
    if (worse(heap, parent, document, score)) break;
    copy(heap, parent, at);
    at = parent;
  }
  set(heap, at, document, score);
}

/** Put a document in place of the root, or below it. */
function sink(heap: Heap, document: number, score: number): void {
  let at = 0;
  for (;;) {
    let child = 2 * at + 1;
    if (child >= heap.size) break;
    const other = child + 1;
    if (other < heap.size && worse(heap, other, heap.documents[child]!, heap.scores[child]!))
      child = other;
    if (!worse(heap, child, document, score)) break;
    copy(heap, child, at);
    at = child;
  }
  set(heap, at, document, score);
}

function copy(heap: Heap, from: number, to: number): void {
  set(heap, to, heap.documents[from]!, heap.scores[from]!);
}

function set(heap: Heap, at: number, document: number, score: number): void {
  heap.documents[at] = document;
  heap.scores[at] = score;
}

function sorted(heap: Heap): Scored[] {
  return Array.from({ length: heap.size }, (_, at) => ({
    document: heap.documents[at]!,
    score: heap.scores[at]!,
  })).sort((a, b) => b.score - a.score || a.document - b.document);
}
