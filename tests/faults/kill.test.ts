import { expect, test } from "vitest";
import { soak, type SoakResult, type SoakSettings } from "./soak.ts";

/*
 * kill -9 at random moments changes nothing a person can see, except time. The long form is for CI:
 * ONEDOOR_LONG=1; a failure is repeated with ONEDOOR_SEED=<the printed number>.
 */

const LONG = process.env.ONEDOOR_LONG === "1";
const SIZE = LONG
  ? { messages: 500, conversations: 20, kills: 20, serverKills: 3 }
  : { messages: 100, conversations: 20, kills: 5, serverKills: 1 };
const SEED = Number(process.env.ONEDOOR_SEED ?? Math.floor(Math.random() * 2 ** 31));

test.each([1, 2])(
  "%i process(es): none lost, none answered twice, order kept",
  { timeout: 120_000 },
  async (processes) => {
    const settings = { seed: SEED, processes, ...SIZE };
    const result = await soak(settings);
    console.log(summary(settings, result));

    const ids = [...result.said.values()].flat();
    expect(
      ids.filter((id) => !result.repliesTo.has(id)),
      "lost",
    ).toEqual([]);
    expect(
      ids.filter((id) => (result.repliesTo.get(id)?.size ?? 0) > 1),
      "answered twice",
    ).toEqual([]);
    expect(Object.fromEntries(result.answered), "order").toEqual(Object.fromEntries(result.said));
    // Messages sent in a row may share a turn; a turn without a message of its own would be a second answer.
    expect(result.turns, "a turn nobody asked for").toBe(result.replies);
    expect(result.kills).toBe(settings.kills);
    expect(result.serverKills).toBe(settings.serverKills);
  },
);

function summary({ seed, processes, messages }: SoakSettings, result: SoakResult): string {
  return (
    `seed ${seed}, ${processes} process(es): ${messages} messages, ${result.kills} kills and ${result.serverKills} of the database server; ` +
    `the last one was ready after ${result.readyAfter} ms, the last answer came ${result.healedAfter} ms later; ${result.repeatedDeliveries} replies reached the platform again with the same id`
  );
}
