import { CALIBRATION } from "./calibration.ts";
import { contrastOf } from "./contrast.ts";
import { groupScores } from "./group-scores.ts";
import type { Catalogue, Inquiry } from "./inquiry.ts";

/** What the search makes of a question: all arrays by document or group number. */
export type Judged = {
  /** Score of each document by itself. */
  alone: Float32Array;
  /** What sets each group apart from its neighbours in the words of the question; may be negative. */
  contrast: Float32Array;
  /** Score of each group, the contrast in it; 0 for one that does not hold here and now. */
  groups: Float32Array;
};

/** A group is better when it was called by name, and when the words are more its own than its neighbours'. */
export function judge({ documents, index }: Catalogue, inquiry: Inquiry): Judged {
  const holds = (number: number) => inquiry.accept(documents[number]!);
  const { alone, groups } = groupScores(index, inquiry.query, holds);
  const bonus = (group: number) =>
    inquiry.named.has(documents[index.starts[group]!]!.group) ? CALIBRATION.nameBonus : 1;
  const called = groups.map((score, group) => score * bonus(group));
  const highest = called.reduce((a, b) => Math.max(a, b), 0);
  const contrast = contrastOf(index.contrast, inquiry.reading).map((share) => share * highest);
  const apart = called.map((score, group) => (score > 0 ? score + contrast[group]! : 0));
  return { alone, contrast, groups: apart };
}
