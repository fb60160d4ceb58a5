import type { OutboundMessage } from "../domain/message.ts";
import { storableText, type Row, type Sql } from "./sql.ts";

/** A reply that a platform has not taken yet. */
export type PendingOutbound = {
  conversationId: string;
  attempts: number;
  /** False while it waits for its next attempt. */
  due: boolean;
  message: OutboundMessage;
};

/** Undelivered replies of some conversations, each conversation's in order. */
export async function pendingOutbound(
  sql: Sql,
  conversationIds: string[],
): Promise<PendingOutbound[]> {
  const rows = await sql.query(
    `SELECT ${COLUMNS}, attempts, due_at <= now() AS due FROM outbound_message
      WHERE conversation_id = ANY($1::text[]) AND status = 'pending' ORDER BY conversation_id, seq`,
    [conversationIds],
  );
  return rows.map((row) => ({
    conversationId: row.conversation_id as string,
    attempts: row.attempts as number,
    due: row.due as boolean,
    message: asMessage(row),
  }));
}

/** Which of these conversations still have a reply that could go out now. */
export async function conversationsDue(sql: Sql, conversationIds: string[]): Promise<Set<string>> {
  const rows = await sql.query<{ id: string }>(
    `SELECT conversation_id AS id FROM outbound_message
      WHERE conversation_id = ANY($1::text[]) AND status = 'pending'
      GROUP BY conversation_id HAVING (array_agg(due_at ORDER BY seq))[1] <= now()`,
    [conversationIds],
  );
  return new Set(rows.map(({ id }) => id));
}

/** Notes that platforms have taken these replies. */
export async function markSent(
  sql: Sql,
  messages: { conversationId: string; seq: number }[],
): Promise<void> {
  await sql.query(
    `UPDATE outbound_message o SET status = 'sent', sent_at = now(), attempts = attempts + 1, last_error = NULL
       FROM unnest($1::text[], $2::int[]) AS done(conversation_id, seq)
      WHERE o.conversation_id = done.conversation_id AND o.seq = done.seq`,
    [messages.map(({ conversationId }) => conversationId), messages.map(({ seq }) => seq)],
  );
}

/**
 * Notes that a platform did not take a reply.
 * @param again milliseconds until the next attempt, or null when there is none: a dead letter
 */
export async function markRefused(
  sql: Sql,
  message: { conversationId: string; seq: number },
  error: string,
  again: number | null,
): Promise<void> {
  await sql.query(
    `UPDATE outbound_message
        SET attempts = attempts + 1, last_error = $3, status = CASE WHEN $4::float8 IS NULL THEN 'dead' ELSE 'pending' END,
            due_at = now() + COALESCE($4::float8, 0) * interval '1 millisecond'
      WHERE conversation_id = $1 AND seq = $2`,
    [message.conversationId, message.seq, storableText(error).slice(0, 2_000), again],
  );
}

/** Replies of one conversation after a seq, oldest first, delivered or not. */
export async function outboundAfter(
  sql: Sql,
  conversationId: string,
  seq: number,
): Promise<OutboundMessage[]> {
  const rows = await sql.query(
    `SELECT ${COLUMNS} FROM outbound_message WHERE conversation_id = $1 AND seq > $2 ORDER BY seq`,
    [conversationId, seq],
  );
  return rows.map(asMessage);
}

/** The seq of the last reply of one conversation, 0 when there is none. */
export async function lastOutboundSeq(sql: Sql, conversationId: string): Promise<number> {
  const [row] = await sql.query<{ seq: number | null }>(
    `SELECT max(seq) AS seq FROM outbound_message WHERE conversation_id = $1`,
    [conversationId],
  );
  return row?.seq ?? 0;
}

/**
 * Conversations of some channels whose reply is overdue: the queue has lost sight of them.
 * @param olderThan milliseconds since it was due
 */
export async function conversationsUndelivered(
  sql: Sql,
  channels: string[],
  olderThan: number,
  most: number,
): Promise<{ id: string; channel: string }[]> {
  return sql.query<{ id: string; channel: string }>(
    `SELECT conversation_id AS id, channel FROM outbound_message
      WHERE status = 'pending' AND channel = ANY($1::text[]) AND due_at <= now() - $2 * interval '1 millisecond'
      GROUP BY conversation_id, channel ORDER BY min(due_at) LIMIT $3`,
    [channels, olderThan, most],
  );
}

const COLUMNS = `conversation_id, id, seq, channel, address, in_reply_to, reply, created_at`;

function asMessage(row: Row): OutboundMessage {
  return {
    id: row.id as string,
    channel: row.channel as string,
    conversation: row.address as string,
    seq: row.seq as number,
    inReplyTo: row.in_reply_to as string[],
    reply: row.reply as OutboundMessage["reply"],
    sentAt: (row.created_at as Date).toISOString(),
  };
}
