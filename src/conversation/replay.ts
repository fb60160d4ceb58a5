import { isDeepStrictEqual } from "node:util";
import type { Reply } from "../domain/message.ts";
import type { TurnInputs } from "../store/turn-inputs.ts";
import type { Core } from "./core.ts";
import { RULES_VERSION } from "./rules-version.ts";

/** An answer made again from its inputs, beside the one that was given. */
export type Replay = {
  /** Whether outcome, record and every byte of the reply are the same. */
  same: boolean;
  /** Whether the program's rules are those that decided it then; null: not kept. */
  sameRules: boolean | null;
  given: Reply;
  again: Reply;
};

/**
 * Make an answer again. Nothing is stored and nothing is sent.
 * @param core over the knowledge that the answer rested on
 * @throws when the inputs of the answer were not kept
 */
export async function replayTurn(core: Core, inputs: TurnInputs): Promise<Replay> {
  const { messages, stateBefore } = inputs;
  const [first] = messages;
  if (stateBefore === null || !first)
    throw new Error(
      "This answer was given before inputs were kept, or it failed: it cannot be made again.",
    );
  const turn = await core.take({
    turnId: inputs.turnId,
    conversationId: inputs.conversationId,
    channel: first.channel,
    conversation: first.conversation,
    messages,
    state: stateBefore,
    lastLang: null,
  });
  return {
    same:
      turn.outcome === inputs.outcome &&
      isDeepStrictEqual(plain(turn.record), inputs.record) &&
      isDeepStrictEqual(plain(turn.reply), inputs.reply),
    sameRules: inputs.rules === null ? null : inputs.rules === RULES_VERSION,
    given: inputs.reply,
    again: turn.reply,
  };
}

/** As it comes back from the database: what JSON does not hold is not there. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
