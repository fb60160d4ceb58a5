import { plainText } from "../domain/plain-text.ts";
import type { Reply, Role } from "../domain/message.ts";
import type { Core } from "./core.ts";

/** What one visitor says, turn by turn. */
export type Visit = { as: Role; at: string; lines: readonly string[] };

/** A line of a visit that is answered otherwise by two cores; the texts hold the sources' own words too. */
export type ChangedAnswer = { line: string; as: Role; before: string; after: string };

/**
 * Play a visit without a database: nothing is stored and nothing is sent.
 * @returns what is said to each line
 */
export async function rehearse(core: Core, { as, at, lines }: Visit): Promise<string[]> {
  let state: unknown = {};
  const replies: string[] = [];
  for (const [i, text] of lines.entries()) {
    const turn = await core.take({
      turnId: `t${i}`,
      conversationId: "rehearsal",
      channel: "program",
      conversation: "rehearsal",
      messages: [
        {
          id: `m${i}`,
          conversationId: "rehearsal",
          seq: i + 1,
          receivedAt: at,
          channel: "program",
          conversation: "rehearsal",
          externalId: `m${i}`,
          text,
          as,
          at,
        },
      ],
      state,
      lastLang: null,
    });
    state = turn.state;
    replies.push(wholeText(turn.reply));
  }
  return replies;
}

/** Play visits against two cores. @returns the lines that are answered otherwise, in their order */
export async function compareAnswers(
  before: Core,
  after: Core,
  visits: readonly Visit[],
): Promise<ChangedAnswer[]> {
  const changed: ChangedAnswer[] = [];
  for (const visit of visits) {
    const [old, young] = [await rehearse(before, visit), await rehearse(after, visit)];
    for (const [i, line] of visit.lines.entries())
      if (old[i] !== young[i])
        changed.push({ line, as: visit.as, before: old[i]!, after: young[i]! });
  }
  return changed;
}

function wholeText(reply: Reply): string {
  const choices = reply.choices.map(({ label }) => `[${label}]`).join(" ");
  const sources = reply.citations.map(({ says }, i) => `[${i + 1}] ${says}`);
  return [plainText(reply), choices, ...sources].filter((text) => text !== "").join("\n");
}
