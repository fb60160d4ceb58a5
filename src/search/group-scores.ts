import { CALIBRATION } from "./calibration.ts";
import { scores, type Query, type TextIndex } from "./text-index.ts";

/** The catalogue indexed by document and by group. */
export type GroupedIndex = {
  documents: TextIndex;
  groups: TextIndex;
  /** Number of the first document of each group; one more than there are groups, the last closes the list. */
  starts: Uint32Array;
};

/** Score of each document by itself, and of each group. */
export type GroupScores = { alone: Float32Array; groups: Float32Array };

/**
 * A group is as good as its best document and as all of them together.
 * @param holds whether a document, by number, may be found; a group without any scores 0
 */
export function groupScores(
  { documents, groups, starts }: GroupedIndex,
  query: Query,
  holds: (document: number) => boolean = () => true,
): GroupScores {
  const share = CALIBRATION.groupShare;
  const alone = scores(documents, query);
  const judged = scores(groups, query).map((together, group) => {
    const highest = highestOf(alone, starts[group]!, starts[group + 1]!, holds);
    return highest === undefined ? 0 : (1 - share) * highest + share * together;
  });
  return { alone, groups: judged };
}

function highestOf(
  alone: Float32Array,
  start: number,
  end: number,
  holds: (document: number) => boolean,
): number | undefined {
  let highest: number | undefined;
  for (let number = start; number < end; number++)
    if (holds(number)) highest = Math.max(highest ?? 0, alone[number]!);
  return highest;
}
