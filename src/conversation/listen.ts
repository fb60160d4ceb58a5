import type { OutboundMessage } from "../domain/message.ts";
import { findConversation, type Address } from "../store/conversations.ts";
import type { Database } from "../store/database.ts";
import type { Notifications } from "../store/notifications.ts";
import { lastOutboundSeq, outboundAfter } from "../store/outbound.ts";
import { saidAt } from "./announce.ts";

export type ListenTools = {
  database: Database;
  notifications: Notifications;
  zone: string;
  report(error: unknown): void;
};

/**
 * Be told of every reply at one address from now on, whichever process commits it, each once and in order.
 * @returns stop listening
 */
export function listenTo(
  tools: ListenTools,
  address: Address,
  listener: (message: OutboundMessage) => void,
): () => void {
  let stopped = false;
  /** Everything up to this seq has been told or was said before. */
  let told = Infinity;
  let telling = lastSaid(tools, address).then((seq) => {
    // News that came while this was read is of replies that still have to be told.
    told = Math.min(told, seq);
    begun = true;
  });
  let begun = false;

  async function tell(): Promise<void> {
    for (const message of await saidAfter(tools, address, told)) {
      if (stopped || message.seq <= told) continue;
      told = message.seq;
      listener(message);
    }
  }

  function heard(seq: number): void {
    if (!begun) told = Math.min(told, seq - 1);
    telling = telling.then(tell).catch(tools.report);
  }

  const stop = [
    tools.notifications.on(saidAt(address), (detail) => heard(Number(detail))),
    tools.notifications.onGap(() => heard(Infinity)),
  ];
  return () => {
    stopped = true;
    for (const end of stop) end();
  };
}

async function saidAfter(
  { database, zone }: ListenTools,
  address: Address,
  seq: number,
): Promise<OutboundMessage[]> {
  const conversationId = await findConversation(database, zone, address);
  return conversationId ? outboundAfter(database, conversationId, seq) : [];
}

async function lastSaid({ database, zone }: ListenTools, address: Address): Promise<number> {
  const conversationId = await findConversation(database, zone, address);
  return conversationId ? lastOutboundSeq(database, conversationId) : 0;
}
