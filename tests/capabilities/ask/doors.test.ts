import { describe, expect, test } from "vitest";
import type { TurnRecord } from "../../../src/conversation/record.ts";
import { theCore, visit } from "../../support/visit.ts";

describe("words that fit another body's matter nearly as well as an item", () => {
  const said = "隔壁装修半夜还打钻，打110管不管";

  test("are asked about: the item is not told as the answer, the other matter is named with its door", async () => {
    const turn = await visit(theCore()).say(said);
    expect(turn.outcome).toBe("clarification");
    expect(JSON.stringify(turn.reply.blocks)).toContain("噪声扰民");
    expect(turn.reply.choices.map(({ label }) => label)).toContain("噪声扰民和邻里纠纷");
  });

  test.each(["2", "噪声扰民和邻里纠纷", "第二个"])("and %s chooses that door", async (choice) => {
    const visitor = visit(theCore());
    await visitor.say(said);
    const turn = await visitor.say(choice);
    expect(turn.outcome).toBe("referred");
    expect((turn.record as TurnRecord).items[0]!.id).toBe("neighbour-noise");
  });
});
