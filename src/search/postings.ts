/** A list of postings that grows while documents are read: which term, where, how often. */
export type Postings = {
  terms: Uint32Array;
  /** document × number of fields + field */
  places: Uint32Array;
  counts: Uint16Array;
  length: number;
};

/** An empty list. */
export function emptyPostings(): Postings {
  const room = 1 << 12;
  return {
    terms: new Uint32Array(room),
    places: new Uint32Array(room),
    counts: new Uint16Array(room),
    length: 0,
  };
}

/** Add one posting at the end; a count beyond 65,535 stays there. */
export function addPosting(postings: Postings, term: number, place: number, count: number): void {
  if (postings.length === postings.terms.length) grow(postings);
  postings.terms[postings.length] = term;
  postings.places[postings.length] = place;
  postings.counts[postings.length] = Math.min(count, 0xffff);
  postings.length++;
}

function grow(postings: Postings): void {
  const room = postings.length * 2;
  const terms = new Uint32Array(room);
  const places = new Uint32Array(room);
  const counts = new Uint16Array(room);
  terms.set(postings.terms);
  places.set(postings.places);
  counts.set(postings.counts);
  Object.assign(postings, { terms, places, counts });
}

/**
 * Order postings by term; within a term they keep the order in which they were added.
 * @param postings the list as read
 * @param terms how many different terms there are
 * @returns the ordered places and counts, and where each term's stretch starts (one more than there are terms)
 */
export function byTerm(
  postings: Postings,
  terms: number,
): { starts: Uint32Array; places: Uint32Array; counts: Uint16Array } {
  const starts = startsOf(postings, terms);
  const next = starts.slice(0, terms);
  const places = new Uint32Array(postings.length);
  const counts = new Uint16Array(postings.length);
  for (let at = 0; at < postings.length; at++) {
    const to = next[postings.terms[at]!]!++;
    places[to] = postings.places[at]!;
    counts[to] = postings.counts[at]!;
  }
  return { starts, places, counts };
}

function startsOf(postings: Postings, terms: number): Uint32Array {
  const starts = new Uint32Array(terms + 1);
  for (let at = 0; at < postings.length; at++) starts[postings.terms[at]! + 1]!++;
  for (let term = 0; term < terms; term++) starts[term + 1]! += starts[term]!;
  return starts;
}
