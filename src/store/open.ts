import { openDatabase, type Database } from "./database.ts";
import { migrate } from "./migrate.ts";
import { startServer } from "./server.ts";

export type Store = {
  database: Database;
  /** True when the database is OneDoor's own bundled server. */
  bundled: boolean;
  /** Names of the migrations applied at this opening. */
  migrated: string[];
  /** Closes the connections, and stops the bundled server when nobody else uses it. */
  close(): Promise<void>;
};

export type StoreSettings = {
  /** A PostgreSQL of one's own; without it the bundled server of dataDir is used. */
  databaseUrl?: string | undefined;
  dataDir: string;
  connections?: number;
};

/**
 * Opens the store: finds or starts the server, connects, migrates.
 * @throws ServerCannotRun, MigrationRefused or StoreUnavailable, each saying what to do
 */
export async function openStore({
  databaseUrl,
  dataDir,
  connections,
}: StoreSettings): Promise<Store> {
  const server = databaseUrl ? null : await startServer({ dataDir });
  const database = openDatabase({
    url: databaseUrl ?? (server?.url as string),
    connections,
    revive: server?.ensure,
  });
  try {
    const migrated = await migrate(database);
    return {
      database,
      bundled: server !== null,
      migrated,
      async close() {
        await database.close();
        await server?.stopIfAlone();
      },
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}
