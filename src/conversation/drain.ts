import type { Language } from "../domain/language.ts";
import type { Reply } from "../domain/message.ts";
import type { Outcome } from "../domain/outcome.ts";
import type { Queue } from "../queue/queue.ts";
import { lockConversations, type LockedConversation } from "../store/conversations.ts";
import type { Database } from "../store/database.ts";
import { newId } from "../store/ids.ts";
import { waitingInbound, type StoredInbound } from "../store/inbound.ts";
import type { Notifications } from "../store/notifications.ts";
import type { Sql } from "../store/sql.ts";
import { writeTurn, type FinishedTurn } from "../store/turns.ts";
import { announceReply } from "./announce.ts";
import { failedTurn, patiently, TurnFailed } from "./failed-turn.ts";

/** A turn that waits to be taken: what was said and what is known. */
export type OpenTurn = {
  turnId: string;
  conversationId: string;
  channel: string;
  /** The channel's own name of the conversation. */
  conversation: string;
  /** Waiting messages in the order they came, at least one. */
  messages: StoredInbound[];
  /** What the last turn left, {} before the first. */
  state: unknown;
  lastLang: Language | null;
};

/** A turn that has been taken: how it ended and what is said. */
export type TakenTurn = {
  /** How many of the open turn's messages it answers, counted from the first; at least one. */
  consumed: number;
  outcome: Outcome;
  capability: string;
  lang: Language;
  record: unknown;
  state: unknown;
  reply: Reply;
  knowledge: string;
  /** Hash of the program's rules. */
  rules: string;
  ms: number;
};

/** The core: decides and words one turn. It writes nothing; what it throws becomes a recorded failure. */
export type Take = (open: OpenTurn) => TakenTurn | Promise<TakenTurn>;

export type DrainTools = {
  database: Database;
  queue: Pick<Queue, "askForDelivery" | "ensureOutbox">;
  notifications: Notifications;
  /** Kind words for a turn that failed, with the number under which it is recorded. */
  apologise(lang: Language, reference: string): Reply;
  /** Milliseconds after which a turn counts as failed; 60 s by default. */
  patience?: number;
};

/** A burst longer than this is split over several turns. */
const MOST_MESSAGES = 50;
const PATIENCE = 60_000;

/**
 * Takes turns in one conversation until no message waits. Each turn is one transaction: turn record,
 * state, reply and delivery job are committed together, or nothing is.
 * @returns how many turns were taken
 * @throws only what the store throws: nothing is lost then, the conversation is simply drained again
 */
export async function drainConversation(
  tools: DrainTools,
  conversationId: string,
  take: Take,
): Promise<number> {
  for (let turns = 0; ; turns++) {
    const left = await takeOne(tools, conversationId, take);
    if (left === "nothing") return turns;
    if (left === "drained") return turns + 1;
  }
}

type Left = "nothing" | "drained" | "more";

async function takeOne(tools: DrainTools, conversationId: string, take: Take): Promise<Left> {
  try {
    return await inOpenTurn(tools, conversationId, (open) =>
      patiently(take, open, tools.patience ?? PATIENCE),
    );
  } catch (error) {
    if (!(error instanceof TurnFailed)) throw error;
    return inOpenTurn(tools, conversationId, (open) => failedTurn(tools, open, error));
  }
}

type Finished = Omit<FinishedTurn, "id"> & { consumed: number };

async function inOpenTurn(
  { database, queue, notifications }: DrainTools,
  conversationId: string,
  finish: (open: OpenTurn) => Finished | null | Promise<Finished | null>,
): Promise<Left> {
  let said: { channel: string; address: string; seq: number } | null = null;
  const left = await database.transaction(async (sql): Promise<Left> => {
    // Asked for together, executed in this order: what waits is read when the lock is held.
    const [locked, messages] = await Promise.all([
      lockConversations(sql, [conversationId]),
      waitingInbound(sql, conversationId, MOST_MESSAGES),
    ]);
    const conversation = locked.get(conversationId);
    if (!conversation || messages.length === 0) return "nothing";
    const open = openTurn(conversation, messages);
    const turn = await finish(open);
    if (!turn) return "more";
    const seq = await commit(sql, queue, conversation, open, turn);
    said = { channel: conversation.channel, address: conversation.address, seq };
    // The lock is held until the commit, so nothing can have come in between.
    return turn.consumed < messages.length || messages.length === MOST_MESSAGES
      ? "more"
      : "drained";
  });
  if (said) announceReply(notifications, said);
  return left;
}

function openTurn(conversation: LockedConversation, messages: StoredInbound[]): OpenTurn {
  return {
    turnId: newId(),
    conversationId: conversation.id,
    channel: conversation.channel,
    conversation: conversation.address,
    messages,
    state: conversation.state,
    lastLang: conversation.lang as Language | null,
  };
}

async function commit(
  sql: Sql,
  queue: DrainTools["queue"],
  conversation: LockedConversation,
  open: OpenTurn,
  { consumed, ...turn }: Finished,
): Promise<number> {
  await queue.ensureOutbox(conversation.channel);
  const [seq] = await Promise.all([
    writeTurn(sql, conversation, open.messages.slice(0, consumed), { id: open.turnId, ...turn }),
    queue.askForDelivery(sql, conversation.channel, [conversation.id]),
  ]);
  return seq;
}
