import { InboundMessage } from "../domain/message.ts";
import type { Queue } from "../queue/queue.ts";
import { lockConversations, placeConversations } from "../store/conversations.ts";
import type { Database } from "../store/database.ts";
import { gather } from "../store/gather.ts";
import { storeInbound, type ArrivingMessage, type StoredAt } from "../store/inbound.ts";
import type { Notifications } from "../store/notifications.ts";
import type { Sql } from "../store/sql.ts";
import { StoreUnavailable } from "../store/unavailable.ts";

export type Received = { conversationId: string; seq: number; duplicate: boolean };

/** Stores one message and asks for its turn. */
export type Receive = (message: InboundMessage) => Promise<Received>;

export type ReceiveTools = {
  database: Database;
  queue: Queue;
  notifications: Notifications;
  zone: string;
};

/** What a channel handed over is no message: the sender must be told, trying again will not help. */
export class NotAMessage extends Error {
  override readonly name = "NotAMessage";
}

/** Topic of the news that a conversation has something to answer. */
export const TURNS_WANTED = "inbox";

const LARGEST_BATCH = 64;

/**
 * The way in. The promise it gives resolves only when the message is on disk: only then may a platform
 * be told that it arrived. Messages that come at the same moment share one transaction.
 *
 * A message with a known external id is not stored again: `duplicate` says so.
 * @throws NotAMessage when the shape is wrong; StoreUnavailable when it could not be stored now
 */
export function receiving(tools: ReceiveTools): Receive {
  const store = gather(
    (messages: InboundMessage[]) => storeTogether(tools, messages),
    LARGEST_BATCH,
    (error) => !(error instanceof StoreUnavailable),
  );
  return async (message) => {
    const checked = demandMessage(message);
    await tools.queue.ensureOutbox(checked.channel);
    const received = await store(checked);
    if (!received.duplicate) tools.notifications.announce(TURNS_WANTED);
    return received;
  };
}

async function storeTogether(
  { database, queue, zone }: ReceiveTools,
  messages: InboundMessage[],
): Promise<Received[]> {
  return database.transaction(async (sql) => {
    const ids = await placeConversations(sql, zone, messages);
    await lockConversations(sql, ids);
    const arriving = messages.map((message, place) => ({
      conversationId: ids[place] as string,
      message,
    }));
    const stored = await storeEachOnce(sql, arriving);
    // Sent while the lock is held: a worker that takes an older job must wait and will see this message.
    const fresh = arriving.filter((_, place) => !stored[place]?.duplicate);
    await queue.askForTurns(
      sql,
      fresh.map(({ conversationId }) => conversationId),
    );
    return stored.map((at, place) => ({ conversationId: ids[place] as string, ...at }));
  });
}

/** The same message may stand twice in one batch: the second is a duplicate of the first. */
async function storeEachOnce(sql: Sql, arriving: ArrivingMessage[]): Promise<StoredAt[]> {
  const first = new Map<string, number>();
  const once = arriving.filter(({ conversationId, message }) => {
    const key = `${conversationId} ${message.externalId}`;
    return first.has(key) ? false : first.set(key, first.size);
  });
  const stored = await storeInbound(sql, once);
  const seen = new Set<string>();
  return arriving.map(({ conversationId, message }) => {
    const key = `${conversationId} ${message.externalId}`;
    const { seq, duplicate } = stored[first.get(key) as number] as StoredAt;
    const again = seen.has(key);
    seen.add(key);
    return { seq, duplicate: duplicate || again };
  });
}

function demandMessage(message: InboundMessage): InboundMessage {
  const checked = InboundMessage.safeParse(message);
  if (checked.success) return checked.data;
  const [problem] = checked.error.issues;
  throw new NotAMessage(
    `This is not a message: ${problem?.path.join(".") || "the whole"} ${problem?.message}. Correct it and send it again.`,
  );
}
