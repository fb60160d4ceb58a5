import { openDatabase, type Database } from "./database.ts";
import { migrate } from "./migrate.ts";
import { startServer } from "./server.ts";

/** Where the database is: an address, or a folder for the bundled server. */
export type StorePlace = { DATABASE_URL?: string | undefined; dataDir: string };

export type Store = {
  database: Database;
  /** Migrations applied while opening. */
  applied: string[];
  /** Closes the connections; the bundled server stops when nobody else uses it. */
  close(): Promise<void>;
};

/**
 * Open the database, starting the bundled server when no address is given, and bring it to this version.
 * @throws an error whose sentence says why it cannot be used and what to do
 */
export async function openStore({ DATABASE_URL, dataDir }: StorePlace): Promise<Store> {
  const server = DATABASE_URL === undefined ? await startServer({ dataDir }) : null;
  const database = openDatabase(server ? { url: server.url, revive: () => server.ensure() } : { url: DATABASE_URL! });
  const applied = await migrate(database);
  return {
    database,
    applied,
    async close() {
      await database.close();
      await server?.stopIfAlone();
    },
  };
}
