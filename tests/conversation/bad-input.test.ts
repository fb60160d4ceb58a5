import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { theCore, visit } from "../support/visit.ts";

const say = async (text: string, at?: string) => visit(theCore(), "enterprise", at).say(text);
const words = (turn: Awaited<ReturnType<typeof say>>) => JSON.stringify(turn.reply.blocks);

describe("whatever is typed gets a kind reply", () => {
  test.each([
    ["nothing", ""],
    ["blanks", " \n\t　"],
    ["only zero-width characters", "\u200B\u200C\u200D\uFEFF"],
    ["only Unicode tags", "\u{E0041}\u{E0042}\u{E0043}"],
    ["only bidi controls", "\u202E\u2066\u2069"],
  ])("%s: asked for words", async (_, text) => {
    expect(await say(text)).toMatchObject({ outcome: "help", capability: "help" });
  });

  test("only emoji: asked for words", async () => {
    const turn = await say("😀🎉👨‍👩‍👧");
    expect(turn.outcome).toBe("help");
    expect(turn.reply.choices.length).toBeGreaterThan(0);
  });

  test("ten thousand characters: asked for the question in them", async () => {
    const turn = await say("食品".repeat(5_000));
    expect(turn.outcome).toBe("clarification");
    expect(words(turn)).toContain("一两句话");
  });

  test.each([
    ["HTML and script", "<script>alert(1)</script><img src=x onerror=alert(1)>"],
    ["SQL", "'; DROP TABLE conversation; --"],
    ["null bytes", "\0\0abc\0"],
    ["broken JSON", '{"text": "食品'],
    ["a lone surrogate", "食品\uD800证"],
  ])("%s: a reply that repeats nothing of it", async (_, text) => {
    const turn = await say(text);
    expect(words(turn)).not.toMatch(/script|DROP TABLE|onerror|\\u0000/);
    expect(turn.outcome).not.toBe("failed");
  });
});

describe("hidden characters change nothing", () => {
  test.each([
    ["zero-width", "食\u200B品经\u200D营许可要多久"],
    ["bidi", "\u202E食品经营\u2066许可要多久"],
    ["tags", "食品经营许可\u{E0069}\u{E0067}\u{E006E}\u{E006F}\u{E0072}\u{E0065}要多久"],
    ["full width and traditional", "食品經營許可要多久"],
  ])("%s", async (_, text) => {
    expect((await say(text)).reply).toEqual((await say("食品经营许可要多久")).reply);
  });
});

describe("a clock that cannot be right", () => {
  test("1970 is noticed and today's rules are used", async () => {
    const turn = await say("食品经营许可要多久", "1970-01-01T00:00:00Z");
    expect(turn.outcome).toBe("answered");
    expect(turn.reply.blocks[0]).toMatchObject({ kind: "note" });
    expect(turn.reply.citations.every((citation) => citation.inForce)).toBe(true);
  });
});

describe("roles", () => {
  test("a web visitor who claims to be staff is a visitor", async () => {
    const { identify } = await import("../../src/conversation/identify.ts");
    expect(identify("web", "staff")).toBe("citizen");
    expect(identify("terminal", "staff")).toBe("staff");
  });
});

test("no text whatever fails a turn, and no answer leaves without a source", async () => {
  const anything = fc.oneof(
    fc.string({ unit: "binary", maxLength: 200 }),
    fc.string({ unit: "grapheme", maxLength: 80 }),
    fc
      .array(
        fc.constantFrom(
          "食品",
          "许可",
          "多久",
          "那",
          "呢",
          "?",
          "公司",
          "注销",
          "，",
          "not",
          "licence",
          "不是",
          "2",
          "🙂",
        ),
        { maxLength: 12 },
      )
      .map((parts) => parts.join("")),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(anything, { minLength: 1, maxLength: 3 }), async (texts) => {
      const visitor = visit(theCore());
      for (const text of texts) {
        const turn = await visitor.say(text);
        expect(turn.reply.blocks.length).toBeGreaterThan(0);
        const unsourced = turn.outcome === "answered" && turn.reply.citations.length === 0;
        expect(unsourced).toBe(false);
      }
    }),
    { numRuns: 300, seed: 20261124 },
  );
});
