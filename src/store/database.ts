import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { PrismaClient } from "../generated/prisma/client.ts";
import { watchAvailability, type Availability } from "./availability.ts";
import { prepared, rowsOf, type Row, type Sql } from "./sql.ts";
import { inTransaction } from "./transaction.ts";
import { demandRoom } from "./room.ts";

/** The database of one process: one pool, plain SQL for the hot path, Prisma for everything else. */
export type Database = Sql & {
  readonly url: string;
  /** Name under which this process is seen by the server. */
  readonly applicationName: string;
  readonly prisma: PrismaClient;
  readonly availability: Availability;
  /** All or nothing. The work must use only the given sql. */
  transaction<T>(work: (sql: Sql) => Promise<T>, begin?: string): Promise<T>;
  /** A connection of its own, outside the pool, for what lives as long as a session. */
  connect(): Promise<pg.Client>;
  close(): Promise<void>;
};

export type DatabaseSettings = {
  /** postgresql://… of any PostgreSQL from 15 on. */
  url: string;
  /** Connections at most; 16 by default: eight turns side by side, and room for everything else. */
  connections?: number;
  /** Starts the bundled server again when it has died. */
  revive?: () => Promise<void>;
};

let opened = 0;

/**
 * Every statement of the hot path has its index. A plan that was made while a table was nearly empty
 * would read it whole and be kept when it has grown; so reading whole tables is made the last resort.
 */
async function demandIndexes(client: pg.ClientBase): Promise<void> {
  await client.query("SET enable_seqscan = off");
}

/** Opens the pool; no connection is made before the first statement. */
export function openDatabase({ url, connections = 16, revive }: DatabaseSettings): Database {
  const applicationName = `onedoor-${process.pid}-${opened++}`;
  const options = {
    connectionString: url,
    application_name: applicationName,
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
  };
  const pool = new pg.Pool({
    ...options,
    pipeline: true,
    max: connections,
    idleTimeoutMillis: 30_000,
    onConnect: demandIndexes,
  });
  const availability = watchAvailability(async (state) => {
    await revive?.();
    if (state === "disk-full") await demandRoom(pool);
    else await pool.query("SELECT 1");
  });
  pool.on("error", (error) => void availability.judge(error));
  // A connection that breaks while a transaction holds it would otherwise end the process.
  pool.on("connect", (client) => client.on("error", (error) => void availability.judge(error)));

  return {
    url,
    applicationName,
    availability,
    prisma: new PrismaClient({ adapter: new PrismaPg(pool) }),
    async query<R extends Row>(text: string, values?: unknown[]) {
      availability.demand();
      try {
        return rowsOf(await pool.query<R>(prepared(text, values)));
      } catch (error) {
        throw availability.judge(error);
      }
    },
    transaction: (work, begin) => inTransaction(pool, availability, work, begin),
    async connect() {
      const client = new pg.Client(options);
      // A client without a listener would end the process when its connection breaks.
      client.on("error", (error) => void availability.judge(error));
      await client.connect().catch((error: unknown) => {
        throw availability.judge(error);
      });
      return client;
    },
    async close() {
      availability.close();
      await this.prisma.$disconnect();
      await pool.end();
    },
  };
}
