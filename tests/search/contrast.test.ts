import { describe, expect, test } from "vitest";
import { contrastOf, learnContrast } from "../../src/search/contrast.ts";
import { featuresOf } from "../../src/search/features.ts";
import { rehearse, type ReadDocument } from "../../src/search/rehearsal.ts";
import { written } from "../../src/search/wanted.ts";

/** Two neighbours that share nearly every word; only "fast" and "notary" tell them apart. */
const NEIGHBOURS = {
  slow: ["close the shop at the notary", "notary to close my shop", "shop closing with a notary"],
  fast: ["close the shop fast", "fast way to close my shop", "fast shop closing"],
  boat: ["moor a boat", "boat mooring in winter", "where to moor the boat"],
};
const read = (title: string, questions: readonly string[]): ReadDocument => ({
  title: featuresOf(title),
  aliases: [],
  questions: questions.map(featuresOf),
  text: [],
});
const documents = Object.entries(NEIGHBOURS).map(([, questions]) =>
  read(questions[0]!.includes("boat") ? "Boat permit" : "Shop closing", questions),
);
const starts = Uint32Array.from([0, 1, 2, 3]);
const trials = rehearse(documents, starts);
const learned = learnContrast(trials, Object.keys(NEIGHBOURS));
const [SLOW, FAST, BOAT] = [0, 1, 2];
const said = (text: string) =>
  contrastOf(learned, { wanted: written(featuresOf(text)), expansions: [] });

describe("a rehearsal", () => {
  test("asks every example question once, with the right group among its rivals", () => {
    expect(trials).toHaveLength(Object.values(NEIGHBOURS).flat().length);
    for (const { right, rivals } of trials)
      expect(rivals.map(({ group }) => group)).toContain(right);
  });

  test("does not let a question find itself", () => {
    const alone = [
      read("Ferry", ["zebra crossing paint"]),
      read("Kite", ["festival", "kite festival"]),
    ];
    const [lonely] = rehearse(alone, Uint32Array.from([0, 1, 2]));
    expect(lonely!.rivals).toEqual([{ group: 0, share: 0 }]);
  });

  test("knows the neighbours that come near", () => {
    const fast = trials.find(({ features }) => features.includes("fast"))!;
    expect(fast.rivals.map(({ group }) => group)).toContain(SLOW);
    expect(fast.rivals.map(({ group }) => group)).not.toContain(BOAT);
  });
});

describe("contrast", () => {
  test("lifts a group by the words that tell it from its neighbour, and lowers the neighbour", () => {
    expect(said("fast")[FAST]!).toBeGreaterThan(0);
    expect(said("fast")[SLOW]!).toBeLessThan(0);
    expect(said("notary")[SLOW]!).toBeGreaterThan(said("notary")[FAST]!);
  });

  test("tells less from a word that neighbours share", () => {
    const lead = (text: string) => Math.abs(said(text)[FAST]! - said(text)[SLOW]!);
    expect(lead("shop")).toBeLessThan(lead("fast"));
  });

  test("says nothing about words nobody used, and nothing at all without examples", () => {
    expect([...said("quantum")]).toEqual([0, 0, 0]);
    const untaught = learnContrast([], ["a", "b"]);
    expect([...contrastOf(untaught, { wanted: written(["fast"]), expansions: [] })]).toEqual([
      0, 0,
    ]);
  });

  test("learns the same from the same examples", () => {
    expect(learnContrast(trials, Object.keys(NEIGHBOURS))).toEqual(learned);
  });
});
