import type { OutboundMessage } from "../domain/message.ts";
import { findConversation, type Address } from "./conversations.ts";
import { inboundAfter } from "./inbound.ts";
import { outboundAfter } from "./outbound.ts";
import type { Sql } from "./sql.ts";

/** One line of a conversation as the visitor saw it. */
export type Line =
  | { from: "visitor"; seq: number; id: string; text: string; at: string }
  | { from: "onedoor"; seq: number; message: OutboundMessage };

/**
 * What both sides said at one address, in order.
 * @param after only what came after this seq; 0 for everything
 * @returns an empty list when nobody has written there yet
 */
export async function history(
  sql: Sql,
  zone: string,
  address: Address,
  after = 0,
): Promise<Line[]> {
  const conversationId = await findConversation(sql, zone, address);
  if (!conversationId) return [];
  const [said, answered] = await Promise.all([
    inboundAfter(sql, conversationId, after),
    outboundAfter(sql, conversationId, after),
  ]);
  const lines: Line[] = [
    ...said.map(({ seq, externalId, text, at }): Line => ({
      from: "visitor",
      seq,
      id: externalId,
      text,
      at,
    })),
    ...answered.map((message): Line => ({ from: "onedoor", seq: message.seq, message })),
  ];
  return lines.toSorted((one, other) => one.seq - other.seq);
}
