import type { InboundMessage } from "../domain/message.ts";
import { newId } from "./ids.ts";
import { storableText, type Row, type Sql } from "./sql.ts";

/** A visitor's message as it is stored. */
export type StoredInbound = InboundMessage & {
  id: string;
  conversationId: string;
  /** Position in the conversation, shared by both sides. */
  seq: number;
  /** ISO time at which OneDoor stored it. */
  receivedAt: string;
};

/** A message on its way into a locked conversation. */
export type ArrivingMessage = { conversationId: string; message: InboundMessage };

export type StoredAt = { seq: number; duplicate: boolean };

/**
 * Stores messages in their order, each once; a message known by its external id is only found again.
 * The conversations must be locked by this transaction: their row gives the seq.
 * @param arriving no two with the same conversation and external id
 * @returns for each message its seq, in the same order
 */
export async function storeInbound(sql: Sql, arriving: ArrivingMessage[]): Promise<StoredAt[]> {
  const rows = await sql.query<{ seq: number; duplicate: boolean }>(STORE, [
    arriving.map(({ conversationId }) => conversationId),
    arriving.map(() => newId()),
    arriving.map(({ message }) => storableText(message.externalId)),
    arriving.map(({ message }) => storableText(message.text)),
    arriving.map(({ message }) => message.as),
    arriving.map(({ message }) => message.lang ?? null),
    arriving.map(({ message }) => message.at),
  ]);
  return rows.map(({ seq, duplicate }) => ({ seq, duplicate }));
}

const STORE = `
  WITH arriving AS (
    SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[])
      WITH ORDINALITY AS a(conversation_id, id, external_id, text, role, lang, at, place)),
  known AS (
    SELECT a.place, m.seq FROM arriving a
      JOIN inbound_message m USING (conversation_id, external_id)),
  fresh AS (
    SELECT a.*, c.last_seq + row_number() OVER (PARTITION BY a.conversation_id ORDER BY a.place)::int AS seq
      FROM arriving a JOIN conversation c ON c.id = a.conversation_id
     WHERE a.place NOT IN (SELECT place FROM known)),
  stored AS (
    INSERT INTO inbound_message (conversation_id, id, external_id, seq, text, role, lang, at)
    SELECT conversation_id, id, external_id, seq, text, role, lang, at FROM fresh),
  counted AS (
    UPDATE conversation c SET last_seq = f.seq
      FROM (SELECT conversation_id, max(seq) AS seq FROM fresh GROUP BY conversation_id) f
     WHERE c.id = f.conversation_id)
  SELECT a.place, COALESCE(f.seq, k.seq) AS seq, f.seq IS NULL AS duplicate
    FROM arriving a LEFT JOIN fresh f USING (place) LEFT JOIN known k USING (place)
   ORDER BY a.place`;

/**
 * Messages of one conversation that no turn has taken, in the order they came.
 * @param most as many at most; the rest follows in the next turn
 */
export async function waitingInbound(
  sql: Sql,
  conversationId: string,
  most: number,
): Promise<StoredInbound[]> {
  const rows = await sql.query(
    `SELECT ${INBOUND_COLUMNS} FROM inbound_message m JOIN conversation c ON c.id = m.conversation_id
      WHERE m.conversation_id = $1 AND m.turn_id IS NULL ORDER BY m.seq LIMIT $2`,
    [conversationId, most],
  );
  return rows.map(asStored);
}

/** Everything a visitor said in one conversation after a seq, oldest first. */
export async function inboundAfter(
  sql: Sql,
  conversationId: string,
  seq: number,
): Promise<StoredInbound[]> {
  const rows = await sql.query(
    `SELECT ${INBOUND_COLUMNS} FROM inbound_message m JOIN conversation c ON c.id = m.conversation_id
      WHERE m.conversation_id = $1 AND m.seq > $2 ORDER BY m.seq`,
    [conversationId, seq],
  );
  return rows.map(asStored);
}

/**
 * Conversations in which a message waits longer than it should: the queue has lost sight of them.
 * @param olderThan milliseconds since it was stored
 */
export async function conversationsWaiting(
  sql: Sql,
  olderThan: number,
  most: number,
): Promise<string[]> {
  const rows = await sql.query<{ id: string }>(
    `SELECT conversation_id AS id FROM inbound_message
      WHERE turn_id IS NULL AND received_at <= now() - $1 * interval '1 millisecond'
      GROUP BY conversation_id ORDER BY min(received_at) LIMIT $2`,
    [olderThan, most],
  );
  return rows.map(({ id }) => id);
}

/** What is read of a message, from inbound_message m and conversation c. */
export const INBOUND_COLUMNS = `m.id, m.conversation_id, m.seq, m.external_id, m.text, m.role, m.lang, m.at, m.received_at, c.channel, c.address`;

/** One row of INBOUND_COLUMNS as a message. */
export function asStored(row: Row): StoredInbound {
  return {
    id: row.id as string,
    conversationId: row.conversation_id as string,
    seq: row.seq as number,
    channel: row.channel as string,
    conversation: row.address as string,
    externalId: row.external_id as string,
    text: row.text as string,
    as: row.role as StoredInbound["as"],
    at: row.at as string,
    receivedAt: (row.received_at as Date).toISOString(),
    ...(row.lang === null ? {} : { lang: row.lang as "zh" | "en" }),
  };
}
