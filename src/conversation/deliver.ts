import { setTimeout as pause } from "node:timers/promises";
import type { Channel } from "../domain/channel.ts";
import { MOST_ATTEMPTS, pauseAfter } from "../queue/outbox.ts";
import type { Queue } from "../queue/queue.ts";
import type { Claims } from "../store/claims.ts";
import type { Database } from "../store/database.ts";
import { gather } from "../store/gather.ts";
import type { Notifications } from "../store/notifications.ts";
import { markRefused, markSent, type PendingOutbound } from "../store/outbound.ts";
import { announceReply } from "./announce.ts";

export type DeliverTools = {
  database: Database;
  queue: Pick<Queue, "askForDelivery">;
  claims: Claims;
  notifications: Notifications;
  /** The channels of this process. */
  channel(name: string): Pick<Channel, "send"> | undefined;
  /** Told when a reply could not be delivered and never will be. */
  onDeadLetter(message: PendingOutbound["message"], error: unknown): void;
};

/** Delivers what one conversation still owes its visitor. */
export type Deliver = (conversationId: string) => Promise<void>;

/**
 * What a channel may say about a refusal: `retryAfterMs` when the platform named a pause,
 * `permanent` when trying again is useless (the visitor has blocked the bot).
 */
export type Refusal = { retryAfterMs?: number; permanent?: boolean };

/**
 * The way out. One process at a time delivers a conversation, each reply after the earlier ones have
 * gone out or been given up. A reply whose acceptance could not be noted any more (the process died in
 * between) is sent again with the same id: a channel that knows the id shows it once.
 */
export function delivering(tools: DeliverTools): Deliver {
  const noteSent = gather(async (sent: { conversationId: string; seq: number }[]) => {
    await markSent(tools.database, sent);
    return sent;
  }, 64);

  return async (conversationId) => {
    for (let again = true; again;) {
      const pending = await claimSoon(tools.claims, conversationId);
      if (pending === null) return;
      try {
        await sendInOrder(tools, pending, noteSent);
      } finally {
        again = await tools.claims.release(conversationId);
      }
    }
  };
}

/** Pauses in milliseconds before the right to deliver is asked for once more. */
const ASK_AGAIN = [50, 100, 200, 400, 800];

/**
 * Another process that holds the claim looks again after giving it back, so nobody has to wait for it.
 * But one that was killed gives it back without looking: the server needs a moment to notice.
 */
async function claimSoon(
  claims: Claims,
  conversationId: string,
): Promise<PendingOutbound[] | null> {
  for (const wait of ASK_AGAIN) {
    const pending = await claims.claim(conversationId);
    if (pending !== null) return pending;
    await pause(wait);
  }
  return claims.claim(conversationId);
}

async function sendInOrder(
  tools: DeliverTools,
  pending: PendingOutbound[],
  noteSent: (sent: { conversationId: string; seq: number }) => Promise<unknown>,
): Promise<void> {
  for (const one of pending) {
    if (!one.due) return;
    const channel = tools.channel(one.message.channel);
    if (!channel) return;
    try {
      await channel.send(one.message);
    } catch (error) {
      if (await refused(tools, one, error)) return;
      continue;
    }
    await noteSent({ conversationId: one.conversationId, seq: one.message.seq });
    // Told when it was committed already; once more for a stream that this news did not reach.
    if (one.attempts > 0 || overdue(one)) announceReply(tools.notifications, spoken(one));
  }
}

/** @returns true when the conversation has to wait for the next attempt */
async function refused(
  tools: DeliverTools,
  one: PendingOutbound,
  error: unknown,
): Promise<boolean> {
  const { retryAfterMs, permanent } = (
    typeof error === "object" && error !== null ? error : {}
  ) as Refusal;
  const dead = permanent === true || one.attempts + 1 >= MOST_ATTEMPTS;
  const again = dead ? null : (retryAfterMs ?? pauseAfter(one.attempts + 1));
  const { conversationId, message } = one;
  await tools.database.transaction(async (sql) => {
    await markRefused(sql, { conversationId, seq: message.seq }, String(error), again);
    if (again !== null)
      await tools.queue.askForDelivery(sql, message.channel, [conversationId], again / 1_000);
  });
  if (dead) tools.onDeadLetter(message, error);
  return !dead;
}

const overdue = ({ message }: PendingOutbound): boolean =>
  Date.now() - Date.parse(message.sentAt) > 1_000;

function spoken({ message }: PendingOutbound): { channel: string; address: string; seq: number } {
  return { channel: message.channel, address: message.conversation, seq: message.seq };
}
