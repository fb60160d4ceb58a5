import type { Reply } from "../domain/message.ts";
import type { Sql } from "./sql.ts";

/** A finished turn as it is stored, with what it said. */
export type StoredAnswer = {
  /** Id of the turn: names the answer. */
  id: string;
  outcome: string;
  capability: string;
  lang: string;
  record: unknown;
  knowledge: string;
  ms: number;
  reply: Reply;
};

/** @returns the turn that answered a message, or null while there is none */
export async function answerTo(
  sql: Sql,
  conversationId: string,
  externalId: string,
): Promise<StoredAnswer | null> {
  const rows = await sql.query<StoredAnswer>(
    `SELECT turn.id, turn.outcome, turn.capability, turn.lang, turn.record, turn.knowledge, turn.ms::float8 AS ms, said.reply
       FROM inbound_message AS heard
       JOIN turn ON turn.conversation_id = heard.conversation_id AND turn.id = heard.turn_id
       JOIN outbound_message AS said ON said.conversation_id = turn.conversation_id AND said.turn_id = turn.id
      WHERE heard.conversation_id = $1 AND heard.external_id = $2`,
    [conversationId, externalId],
  );
  return rows[0] ?? null;
}
