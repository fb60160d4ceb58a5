import type { Language } from "../domain/language.ts";
import type { Reply } from "../domain/message.ts";
import type { Outcome } from "../domain/outcome.ts";
import type { LockedConversation } from "./conversations.ts";
import { newId } from "./ids.ts";
import type { StoredInbound } from "./inbound.ts";
import { storableJson, storableText, type Sql } from "./sql.ts";

/** A finished turn, ready to be written. */
export type FinishedTurn = {
  id: string;
  outcome: Outcome;
  capability: string;
  lang: Language;
  /** The structured result, JSON. */
  record: unknown;
  /** The conversation's state after the turn, JSON. */
  state: unknown;
  reply: Reply;
  /** Content hash of the knowledge it rests on. */
  knowledge: string;
  /** Hash of the program's rules that decided it. */
  rules: string;
  ms: number;
  /** Only for a failed turn: the number the visitor can name, and what happened. */
  reference?: string;
  failure?: string;
};

/** Outcome, speaker and moment of the turn a reference number belongs to. */
export type FailedTurn = {
  conversationId: string;
  reference: string;
  failure: string;
  createdAt: string;
};

/**
 * Writes everything one turn has caused, in the transaction that holds the conversation's lock.
 * @param taken the messages it answers, at least one
 * @returns the seq of the reply
 */
export async function writeTurn(
  sql: Sql,
  conversation: LockedConversation,
  taken: StoredInbound[],
  turn: FinishedTurn,
): Promise<number> {
  const seq = conversation.lastSeq + 1;
  await sql.query(WRITE, [
    conversation.id,
    turn.id,
    turn.outcome,
    turn.capability,
    turn.lang,
    storableJson(turn.record),
    turn.knowledge,
    turn.ms,
    turn.reference ?? null,
    turn.failure === undefined ? null : storableText(turn.failure),
    taken.map(({ seq: place }) => place),
    newId(),
    seq,
    conversation.channel,
    conversation.address,
    taken.map(({ externalId }) => externalId),
    storableJson(turn.reply),
    storableJson(turn.state),
    turn.rules,
    storableJson(conversation.state),
  ]);
  return seq;
}

const WRITE = `
  WITH turn AS (
    INSERT INTO turn (conversation_id, id, outcome, capability, lang, record, knowledge, ms, reference, failure, rules, state_before)
    VALUES ($1, $2, $3, $4, $5, $6::jsonb, $7, $8, $9, $10, $19, $20::jsonb)),
  taken AS (
    UPDATE inbound_message SET turn_id = $2 WHERE conversation_id = $1 AND seq = ANY($11::int[])),
  said AS (
    INSERT INTO outbound_message (conversation_id, id, seq, turn_id, channel, address, in_reply_to, reply)
    VALUES ($1, $12, $13, $2, $14, $15, $16::text[], $17::jsonb))
  UPDATE conversation SET last_seq = $13, state = $18::jsonb, lang = $5, updated_at = now() WHERE id = $1`;

/** Looks up what a visitor's reference number stands for. */
export async function failureByReference(sql: Sql, reference: string): Promise<FailedTurn[]> {
  const rows = await sql.query<{
    conversation_id: string;
    reference: string;
    failure: string | null;
    created_at: Date;
  }>(
    `SELECT conversation_id, reference, failure, created_at FROM turn WHERE reference = $1 ORDER BY created_at`,
    [reference.trim().toUpperCase()],
  );
  return rows.map((row) => ({
    conversationId: row.conversation_id,
    reference: row.reference,
    failure: row.failure ?? "",
    createdAt: row.created_at.toISOString(),
  }));
}
