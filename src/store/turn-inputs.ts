import type { Reply } from "../domain/message.ts";
import { asStored, INBOUND_COLUMNS, type StoredInbound } from "./inbound.ts";
import type { Sql } from "./sql.ts";

/** Everything a stored answer was made from, and what it said. */
export type TurnInputs = {
  turnId: string;
  conversationId: string;
  messages: StoredInbound[];
  /** What the conversation remembered; null for a turn of before this was kept. */
  stateBefore: unknown;
  knowledge: string;
  rules: string | null;
  outcome: string;
  record: unknown;
  reply: Reply;
};

type Row = {
  id: string;
  conversation_id: string;
  state_before: unknown;
  knowledge: string;
  rules: string | null;
  outcome: string;
  record: unknown;
  reply: Reply;
};

/**
 * @param id of the turn, or of the message in which it was said
 * @returns null when there is no such answer
 */
export async function turnInputs(sql: Sql, id: string): Promise<TurnInputs | null> {
  const [row] = await sql.query<Row>(
    `SELECT turn.id, turn.conversation_id, turn.state_before, turn.knowledge, turn.rules, turn.outcome,
            turn.record, said.reply
       FROM turn JOIN outbound_message AS said
         ON said.conversation_id = turn.conversation_id AND said.turn_id = turn.id
      WHERE turn.id = $1 OR said.id = $1`,
    [id],
  );
  if (!row) return null;
  const messages = await sql.query(
    `SELECT ${INBOUND_COLUMNS} FROM inbound_message m JOIN conversation c ON c.id = m.conversation_id
      WHERE m.conversation_id = $1 AND m.turn_id = $2 ORDER BY m.seq`,
    [row.conversation_id, row.id],
  );
  return {
    turnId: row.id,
    conversationId: row.conversation_id,
    messages: messages.map(asStored),
    stateBefore: row.state_before,
    knowledge: row.knowledge,
    rules: row.rules,
    outcome: row.outcome,
    record: row.record,
    reply: row.reply,
  };
}
