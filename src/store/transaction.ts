import type pg from "pg";
import type { Availability } from "./availability.ts";
import { prepared, rowsOf, type Row, type Sql } from "./sql.ts";

/**
 * Runs work in one transaction: all of it is committed, or nothing is.
 * @param begin the opening statement, for example with another isolation level
 * @throws what the work threw, after the rollback; StoreUnavailable when the store itself failed.
 *   A lost connection at COMMIT leaves open whether it happened: work must be repeatable.
 */
export async function inTransaction<T>(
  pool: pg.Pool,
  availability: Availability,
  work: (sql: Sql) => Promise<T>,
  begin = "BEGIN",
): Promise<T> {
  availability.demand();
  const client = await pool.connect().catch((error: unknown) => {
    throw availability.judge(error);
  });
  let broken = false;
  try {
    await client.query(begin);
    const result = await work(onClient(client, availability));
    await client.query("COMMIT");
    return result;
  } catch (error) {
    const judged = availability.judge(error);
    broken = judged !== error || !(await rolledBack(client));
    throw judged;
  } finally {
    client.release(broken);
  }
}

/** Plain SQL on one connection. */
export function onClient(client: pg.ClientBase, availability: Availability): Sql {
  return {
    async query<R extends Row>(text: string, values?: unknown[]) {
      try {
        return rowsOf(await client.query<R>(prepared(text, values)));
      } catch (error) {
        throw availability.judge(error);
      }
    },
  };
}

async function rolledBack(client: pg.PoolClient): Promise<boolean> {
  return client.query("ROLLBACK").then(
    () => true,
    () => false,
  );
}
