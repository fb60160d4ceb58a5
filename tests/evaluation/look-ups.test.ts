import { beforeAll, describe, expect, test } from "vitest";
import { kindOf, playLookUps, printLookUps, readLookUps, type Answered } from "./look-ups.ts";

const questions = readLookUps();

describe("the set of look-ups", () => {
  test.each([
    ["/authority", 70],
    ["/boundary", 12],
    ["/law", 30],
    ["/clock", 25],
    ["/discretion", 20],
    ["/handover", 8],
    ["/power", 8],
    ["/redirect", 8],
    ["free text", 15],
  ])("%s: at least %d", (kind, least) => {
    const list = questions.filter((question) => kindOf(question) === kind);
    expect(list.length).toBeGreaterThanOrEqual(least);
  });

  test("says of every clock how its days were counted", () => {
    const silent = questions.filter((one) => kindOf(one) === "/clock" && one.why === undefined);
    expect(silent.map(({ id }) => id)).toEqual([]);
  });

  test("asks nothing twice", () => {
    expect(new Set(questions.map(({ ask }) => ask)).size).toBe(questions.length);
  });
});

describe("look-ups over the shelf, by someone who did not write it", () => {
  let answered: Answered[];
  beforeAll(async () => {
    answered = await playLookUps(questions);
  }, 240_000);

  test.each([
    "/authority",
    "/boundary",
    "/law",
    "/clock",
    "/discretion",
    "/handover",
    "/power",
    "/redirect",
    "free text",
  ])("%s: the right body, the right article, the right numbers", (kind) => {
    const list = answered.filter((one) => one.kind === kind);
    const wrong = list.filter(({ lacks }) => lacks.length > 0);
    expect(wrong.length, printLookUps(list)).toBe(0);
  });
});
