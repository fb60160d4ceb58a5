import { CALIBRATION } from "./calibration.ts";
import type { Reason } from "./catalogue-document.ts";
import { isTyped } from "./features.ts";

/** What the search looks for, and where in the question it comes from. */
export type Wanted = {
  feature: string;
  weight: number;
  source: Extract<Reason["source"], "written" | "lexicon" | "sound">;
};

/** Features as they were written, at full weight; the very form of an English word beside its stem adds a little. */
export function written(features: readonly string[]): Wanted[] {
  return features.map((feature) => ({
    feature,
    weight: isTyped(feature) ? CALIBRATION.weights.typed : 1,
    source: "written",
  }));
}
