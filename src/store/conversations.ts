import { newId } from "./ids.ts";
import { storableText, type Sql } from "./sql.ts";

/** Where a conversation lives: one chat of one channel. */
export type Address = { channel: string; conversation: string };

/** A conversation while its row is locked: nobody else can add to it or take from it. */
export type LockedConversation = {
  id: string;
  channel: string;
  address: string;
  state: unknown;
  lang: string | null;
  lastSeq: number;
};

/**
 * The conversations at these addresses, made where they are missing.
 * Safe when several processes meet a new address at the same instant: all get the same id.
 * @returns conversation ids, in the order of the addresses
 */
export async function placeConversations(
  sql: Sql,
  zone: string,
  addresses: Address[],
): Promise<string[]> {
  const wanted = distinct(addresses);
  const found = await idsByAddress(sql, zone, wanted);
  const missing = wanted.filter((address) => !found.has(key(address)));
  if (missing.length > 0) {
    await createConversations(sql, zone, missing);
    // Whoever was faster has committed by now: the insert waited for it.
    for (const [address, id] of await idsByAddress(sql, zone, missing)) found.set(address, id);
  }
  return addresses.map((address) => found.get(key(address)) as string);
}

/** The conversation at one address, or null when nobody has written there yet. */
export async function findConversation(
  sql: Sql,
  zone: string,
  address: Address,
): Promise<string | null> {
  return (await idsByAddress(sql, zone, [address])).get(key(address)) ?? null;
}

/**
 * Locks conversations until the end of the transaction, always in the same order so that two
 * transactions cannot wait for each other.
 */
export async function lockConversations(
  sql: Sql,
  ids: string[],
): Promise<Map<string, LockedConversation>> {
  const rows = await sql.query<LockedConversation>(
    `SELECT id, channel, address, state, lang, last_seq AS "lastSeq"
       FROM conversation WHERE id = ANY($1::text[]) ORDER BY id FOR UPDATE`,
    [[...new Set(ids)]],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

async function idsByAddress(
  sql: Sql,
  zone: string,
  addresses: Address[],
): Promise<Map<string, string>> {
  const rows = await sql.query<Address & { id: string }>(
    `SELECT a.channel, a.external_id AS conversation, a.conversation_id AS id
       FROM unnest($2::text[], $3::text[]) AS wanted(channel, external_id)
       JOIN conversation_address a
         ON a.zone = $1 AND a.channel = wanted.channel AND a.external_id = wanted.external_id`,
    [
      zone,
      addresses.map(({ channel }) => channel),
      addresses.map(({ conversation }) => storableText(conversation)),
    ],
  );
  return new Map(rows.map((row) => [key(row), row.id]));
}

async function createConversations(sql: Sql, zone: string, addresses: Address[]): Promise<void> {
  const ordered = addresses.toSorted((one, other) => (key(one) < key(other) ? -1 : 1));
  await sql.query(
    `WITH placed AS (
       INSERT INTO conversation_address (zone, channel, external_id, conversation_id)
       SELECT $1, n.channel, n.external_id, n.id
         FROM unnest($2::text[], $3::text[], $4::text[]) AS n(channel, external_id, id)
       ON CONFLICT DO NOTHING
       RETURNING channel, external_id, conversation_id)
     INSERT INTO conversation (id, zone, channel, address)
     SELECT conversation_id, $1, channel, external_id FROM placed`,
    [
      zone,
      ordered.map(({ channel }) => channel),
      ordered.map(({ conversation }) => storableText(conversation)),
      ordered.map(() => newId()),
    ],
  );
}

function distinct(addresses: Address[]): Address[] {
  return [...new Map(addresses.map((address) => [key(address), address])).values()];
}

function key({ channel, conversation }: Address): string {
  return `${channel}\u0000${storableText(conversation)}`;
}
