import type pg from "pg";
import type { Database } from "./database.ts";
import { gather } from "./gather.ts";
import { conversationsDue, pendingOutbound, type PendingOutbound } from "./outbound.ts";
import { onClient } from "./transaction.ts";
import type { Sql } from "./sql.ts";

/**
 * The right to deliver a conversation's replies, held by one process at a time.
 *
 * It is an advisory lock on a connection of its own: no transaction stays open while a platform takes
 * its time, and when the process is killed the server gives the right back at once.
 */
export type Claims = {
  /** @returns what is to be delivered, in order; null when another process is delivering it */
  claim(conversationId: string): Promise<PendingOutbound[] | null>;
  /** @returns true when something new became due meanwhile and the caller must look again */
  release(conversationId: string): Promise<boolean>;
  close(): Promise<void>;
};

const LARGEST = 64;

export function openClaims(database: Database): Claims {
  let connection: Promise<pg.Client> | null = null;

  async function session(): Promise<Sql> {
    database.availability.demand();
    connection ??= database.connect().then((client) => client.on("end", () => (connection = null)));
    const client = await connection.catch((error: unknown) => {
      connection = null;
      throw error;
    });
    return onClient(client, database.availability);
  }

  const claim = gather(async (ids: string[]) => {
    const sql = await session();
    const locked = await sql.query<{ id: string; got: boolean }>(
      `SELECT id, pg_try_advisory_lock(hashtextextended(id, 0)) AS got FROM unnest($1::text[]) AS id`,
      [ids],
    );
    const mine = new Set(locked.filter(({ got }) => got).map(({ id }) => id));
    // A statement of its own: it must see what the last holder has committed.
    const pending = mine.size > 0 ? await pendingOutbound(sql, [...mine]) : [];
    const byId = Map.groupBy(pending, ({ conversationId }) => conversationId);
    return ids.map((id) => (mine.has(id) ? (byId.get(id) ?? []) : null));
  }, LARGEST);

  const release = gather(async (ids: string[]) => {
    const sql = await session();
    await sql.query(
      `SELECT pg_advisory_unlock(hashtextextended(id, 0)) FROM unnest($1::text[]) AS id`,
      [ids],
    );
    const due = await conversationsDue(sql, ids);
    return ids.map((id) => due.has(id));
  }, LARGEST);

  return {
    claim,
    release,
    async close() {
      const open = await connection?.catch(() => null);
      await open?.end().catch(() => {});
    },
  };
}
