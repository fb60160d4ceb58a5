import type pg from "pg";

/** As much as must fit before the disk counts as usable again. */
const MEGABYTES = 2;

/**
 * Proves that the disk has room by writing to it.
 * A temporary table is extended on the same disk at once, so a full disk shows here and not later.
 * @throws the server's "no space left on device" while the disk is full
 */
export async function demandRoom(pool: pg.Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query("BEGIN");
    await client.query(
      `CREATE TEMP TABLE onedoor_room ON COMMIT DROP AS
       SELECT repeat(md5(n::text), 30) AS filling FROM generate_series(1, $1::int) AS n`.replace(
        "$1",
        String(MEGABYTES * 1024),
      ),
    );
    // The commit writes the log as well, and the log is what a durable message needs.
    await client.query("SELECT pg_logical_emit_message(true, 'onedoor', repeat('x', 65536))");
    await client.query("COMMIT");
  } finally {
    client.release(true);
  }
}
