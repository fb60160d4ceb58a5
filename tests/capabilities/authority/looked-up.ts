import type { TurnRecord } from "../../../src/conversation/record.ts";
import type { Role } from "../../../src/domain/message.ts";
import { plainText } from "../../../src/domain/plain-text.ts";
import { theCore, visit } from "../../support/visit.ts";

/** What somebody who looked something up was told, as the tests ask about it. */
export type Told = {
  outcome: string;
  text: string;
  /** Ids of the records that were shown, best first. */
  shown: string[];
  /** References of the sources: food-safety-law/122. */
  sources: string[];
  leads: string[];
  /** Everything but the sources. */
  blocks: string;
  choices: string[];
};

/** One question in a conversation of its own over the real shelf; by an officer on 2026-11-24 if not said otherwise. */
export async function lookedUp(text: string, as: Role = "staff"): Promise<Told> {
  const { outcome, record, reply } = await visit(theCore(), as).say(text);
  const { items, citations } = record as TurnRecord;
  return {
    outcome,
    text: plainText(reply),
    shown: items.map(({ id }) => id),
    sources: citations.map(({ id }) => id),
    blocks: JSON.stringify(reply.blocks),
    leads: reply.blocks.flatMap((block) => (block.kind === "lead" ? [block.text] : [])),
    choices: reply.choices.map((choice) => choice.text),
  };
}
