import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import type { Binaries } from "./server-binaries.ts";
import { run } from "./server-cluster.ts";
import { addressOf, type Place } from "./server-place.ts";

/** Stops a server unless another process is connected. @returns whether it was stopped */
export async function stopIfAlone(place: Place, binaries: Binaries): Promise<boolean> {
  const client = new pg.Client({
    connectionString: addressOf(place, "postgres"),
    application_name: "onedoor-stop",
  });
  client.on("error", () => {});
  try {
    await client.connect();
  } catch {
    return false;
  }
  // Connections that were closed a moment ago may still be seen for an instant.
  let others = 1;
  for (let look = 0; look < 5 && others > 0; look++) {
    if (look > 0) await pause(100);
    others = await countOthers(client);
  }
  await client.end().catch(() => {});
  if (others > 0) return false;
  await stop(place, binaries);
  return true;
}

/** Stops a server politely: what runs is rolled back, what is committed is on disk. */
export async function stop(place: Place, binaries: Binaries): Promise<void> {
  const words = ["stop", "-D", place.cluster, "-m", "fast", "-w", "-t", "30"];
  await run(binaries.pgCtl, words, place.account);
}

async function countOthers(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ others: number }>(
    `SELECT count(*)::int AS others FROM pg_stat_activity
      WHERE backend_type = 'client backend' AND pid <> pg_backend_pid() AND application_name <> 'onedoor-stop'`,
  );
  return rows[0]?.others ?? 0;
}
