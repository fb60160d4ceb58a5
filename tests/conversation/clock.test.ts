import { describe, expect, test } from "vitest";
import { isLongAgo, trustedMoment } from "../../src/conversation/clock.ts";
import { theCore, visit } from "../support/visit.ts";

const NOW = "2026-11-24T02:00:00Z";

describe("the moment a turn is judged at", () => {
  test("is the sender's, in whatever zone it is written", () => {
    expect(trustedMoment("2026-11-24T10:00:00+08:00", NOW)).toEqual({
      at: "2026-11-24T10:00:00+08:00",
      wrong: false,
    });
  });

  test.each(["1970-01-01T00:00:00Z", "2200-01-01T00:00:00Z"])(
    "is ours when the sender's cannot be right: %s",
    (said) => {
      expect(trustedMoment(said, NOW)).toEqual({ at: NOW, wrong: true });
    },
  );
});

test("half a year before the last check the law may have been another", () => {
  expect(isLongAgo("2026-05-01", "2026-11-24")).toBe(true);
  expect(isLongAgo("2026-09-01", "2026-11-24")).toBe(false);
  expect(isLongAgo("2027-03-01", "2026-11-24")).toBe(false);
});

test("asked about a day long past, the answer says which day's rules it tells", async () => {
  const turn = await visit(theCore(), "enterprise", "2022-01-01T10:00:00+08:00").say(
    "劳务派遣许可要多久",
  );
  expect(turn.reply.blocks[0]).toMatchObject({
    kind: "note",
    text: expect.stringContaining("2022-01-01"),
  });
});

test.each([
  ["2026-08-14T10:00:00+08:00", true],
  ["2026-08-15T10:00:00+08:00", false],
])("on %s, whether the answer rests on what has ended since is said", async (at, said) => {
  const { reply } = await visit(theCore(), "enterprise", at).say("环评报告表没批就开工罚多少");
  expect(JSON.stringify(reply.blocks[0]).includes("当时有效的规定")).toBe(said);
});
