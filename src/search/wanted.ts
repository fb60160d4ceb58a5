import type { Reason } from "./catalogue-document.ts";

/** What the search looks for, and where in the question it comes from. */
export type Wanted = {
  feature: string;
  weight: number;
  source: Extract<Reason["source"], "written" | "lexicon" | "sound">;
};

/** Features as they were written, at full weight. */
export function written(features: readonly string[]): Wanted[] {
  return features.map((feature) => ({ feature, weight: 1, source: "written" }));
}
