/** A line that may begin an article: its number, and whether it is set off from what follows. */
export type Candidate = {
  main: number;
  /** 1 for 之一; 0 for none. */
  sub: number;
  sure: boolean;
  /** An annex or another text begins between the candidate before and this one. */
  afterBreak: boolean;
};

/** What a candidate adds to a chain; found by trying on public texts, not delicate. */
const SURE = 1;
const UNSURE = 0.6;
const NEXT_IN_ORDER = 1;
/** A jump without a gap in the law is nearly always a reference; a sure one may be a gap. */
const UNSURE_JUMP = -1.5;
const JUMP = 0.2;
/** … and the wider the gap, the less likely; at most as dear as beginning anew. */
const JUMP_A_NUMBER = 0.06;
const RESTART = -1.6;

/**
 * Which candidates begin articles. References such as "第三条 …" at the start of a broken line, articles that a
 * decision quotes and misprinted numbers fall out, because the best chain of growing numbers goes past them.
 * A new text (an annex, a code behind a decision) may begin again with 1.
 * @returns positions in `candidates`, ascending
 */
export function chooseArticles(candidates: readonly Candidate[]): number[] {
  const best: number[] = [];
  const before: number[] = [];
  const breaks = countBreaks(candidates);
  candidates.forEach((candidate, at) => {
    best[at] = weightOf(candidate) + (startsWell(candidate) ? NEXT_IN_ORDER : 0);
    before[at] = -1;
    for (let earlier = 0; earlier < at; earlier++) {
      const gain = step(candidates[earlier]!, candidate, breaks[at]! > breaks[earlier]!);
      // The later of two equal ways: a table of contents stands before the text.
      if (gain !== null && best[earlier]! + gain >= best[at]) {
        best[at] = best[earlier]! + gain;
        before[at] = earlier;
      }
    }
  });
  return chainTo(highest(best), before);
}

const weightOf = ({ sure }: Candidate) => (sure ? SURE : UNSURE);
const startsWell = ({ main, sub }: Candidate) => main === 1 && sub === 0;

/** What going from one article to another adds; null where no text goes that way. */
function step(from: Candidate, to: Candidate, afterBreak: boolean): number | null {
  if (follows(from, to)) return weightOf(to) + NEXT_IN_ORDER;
  if (startsWell(to)) return weightOf(to) + (afterBreak ? NEXT_IN_ORDER : RESTART);
  const grows = to.main > from.main || (to.main === from.main && to.sub > from.sub);
  if (!grows) return null;
  const gap = JUMP_A_NUMBER * (to.main - from.main - 1);
  return to.sure ? Math.max(weightOf(to) - JUMP - gap, RESTART) : UNSURE_JUMP;
}

/** 16 after 15 or 15之二; 15之一 after 15. */
function follows(from: Candidate, to: Candidate): boolean {
  return to.sub === 0
    ? to.main === from.main + 1
    : to.main === from.main && to.sub === from.sub + 1;
}

/** How many breaks lie before each candidate or at it. */
function countBreaks(candidates: readonly Candidate[]): number[] {
  let sum = 0;
  return candidates.map(({ afterBreak }) => (sum += Number(afterBreak)));
}

function highest(values: readonly number[]): number {
  let at = -1;
  for (let i = 0; i < values.length; i++) if (at < 0 || values[i]! > values[at]!) at = i;
  return at;
}

function chainTo(last: number, before: readonly number[]): number[] {
  const chain: number[] = [];
  for (let at = last; at >= 0; at = before[at]!) chain.push(at);
  return chain.reverse();
}
