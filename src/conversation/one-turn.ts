import type { InboundMessage, Reply } from "../domain/message.ts";
import { plainText } from "../domain/plain-text.ts";
import { answerTo, type StoredAnswer } from "../store/answers.ts";
import type { Database } from "../store/database.ts";
import { AskOutput, TurnRecord } from "./record.ts";
import type { Spine } from "./spine.ts";

/** A caller that waits longer than this is told so; the message is stored and will still be answered. */
const PATIENCE = 60_000;

/**
 * Send one message and wait for the turn that answers it, through storing, queue and delivery like any other.
 * @throws when it could not be stored, or was not answered in a minute
 */
export async function oneTurn(
  spine: Spine,
  database: Database,
  message: InboundMessage,
): Promise<StoredAnswer> {
  const heard = Promise.withResolvers<void>();
  const stop = spine.listen(
    { channel: message.channel, conversation: message.conversation },
    ({ inReplyTo }) => {
      if (inReplyTo.includes(message.externalId)) heard.resolve();
    },
  );
  const timer = setTimeout(
    () =>
      heard.reject(
        new Error("no answer within a minute; the message is stored and will be answered"),
      ),
    PATIENCE,
  );
  try {
    const { conversationId, duplicate } = await spine.receive(message);
    const before = duplicate ? await answerTo(database, conversationId, message.externalId) : null;
    if (before) return before;
    await heard.promise;
    return (await answerTo(database, conversationId, message.externalId))!;
  } finally {
    clearTimeout(timer);
    stop();
  }
}

/** A stored answer as programs read it. */
export function askOutput(message: InboundMessage, answer: StoredAnswer): AskOutput {
  const { held: _, ...record } = TurnRecord.catch(NO_RECORD).parse(answer.record);
  return AskOutput.parse({
    v: 1,
    answer: answer.id,
    conversation: message.conversation,
    at: message.at,
    input: message.text,
    as: message.as,
    lang: answer.lang,
    capability: answer.capability,
    outcome: answer.outcome,
    ...record,
    reply: replyForPrograms(answer.reply),
    knowledge: answer.knowledge,
    ms: answer.ms,
  });
}

/** A failed turn leaves only its reference number. */
const NO_RECORD: TurnRecord = {
  kinds: [],
  items: [],
  departments: [],
  citations: [],
  decision: null,
  workOrder: null,
  held: null,
};

function replyForPrograms(reply: Reply): AskOutput["reply"] {
  return { text: plainText(reply), choices: reply.choices.map((choice) => choice.text) };
}
