import { readFile, readdir } from "node:fs/promises";
import path from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
import { SchemaEngine } from "@prisma/schema-engine-wasm";
import pg from "pg";

const HERE = import.meta.dirname;

/** What must change to get from one description of the tables to another. */
export type Difference = { differs: boolean; sql: string };

/**
 * Compares the schema with what the migrations produce, without any downloaded engine.
 * @param url a server on which throwaway databases may be made
 * @param directory where schema.prisma and migrations/ lie
 */
export async function differenceFromMigrations(url: string, directory = HERE): Promise<Difference> {
  const schema = {
    path: "schema.prisma",
    content: await readFile(path.join(directory, "schema.prisma"), "utf8"),
  };
  const throwaway = throwawayDatabases(url);
  const engine = await SchemaEngine.new(
    { datamodels: [[schema.path, schema.content]] },
    () => {},
    bindMigrationAwareSqlAdapterFactory(throwaway.factory),
  );
  try {
    const result = await engine.diff({
      from: { tag: "migrations", ...(await migrations(directory)) },
      to: { tag: "schemaDatamodel", files: [schema] },
      script: true,
      exitCode: true,
      filters: { externalTables: [], externalEnums: [] },
    });
    return { differs: result.exitCode === 2, sql: result.stdout ?? "" };
  } finally {
    engine.free();
    await throwaway.remove();
  }
}

async function migrations(directory: string) {
  const baseDir = path.join(directory, "migrations");
  const entries = await readdir(baseDir, { withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .toSorted();
  return {
    baseDir,
    lockfile: {
      path: "migration_lock.toml",
      content: await readFile(path.join(baseDir, "migration_lock.toml"), "utf8"),
    },
    shadowDbInitScript: "",
    migrationDirectories: await Promise.all(
      names.map(async (name) => ({
        path: name,
        migrationFile: {
          path: "migration.sql",
          content: {
            tag: "ok" as const,
            value: await readFile(path.join(baseDir, name, "migration.sql"), "utf8"),
          },
        },
      })),
    ),
  };
}

/** Each connection the engine asks for gets an empty database of its own. */
function throwawayDatabases(url: string): {
  factory: SqlMigrationAwareDriverAdapterFactory;
  remove(): Promise<void>;
} {
  const made: { name: string; pool: pg.Pool }[] = [];

  async function connect() {
    const name = `onedoor_shadow_${process.pid}_${made.length}`;
    await onServer(url, `CREATE DATABASE ${name}`);
    const pool = new pg.Pool({ connectionString: inDatabase(url, name), max: 1 });
    // A client that is ending has lost the pool's listener; the database may be dropped under it.
    pool.on("connect", (client) => client.on("error", () => {}));
    made.push({ name, pool });
    return withCharacters(await new PrismaPg(pool).connect());
  }

  return {
    factory: {
      provider: "postgres",
      adapterName: "@prisma/adapter-pg",
      connect,
      connectToShadowDb: connect,
    },
    async remove() {
      for (const { name, pool } of made) {
        await pool.end();
        await onServer(url, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      }
    },
  };
}

/**
 * The engine's questions about constraints have columns of PostgreSQL's one-byte type "char", which this
 * adapter does not know; asked as text and labelled as characters they are understood. PostgreSQL 18
 * also lists every NOT NULL there, where the engine expects what older servers list: none.
 */
function withCharacters<A extends Pick<SqlDriverAdapter, "queryRaw">>(adapter: A): A {
  const queryRaw = adapter.queryRaw.bind(adapter);
  adapter.queryRaw = async (query) => {
    const sql = query.sql.replace(
      /\b(con\w*\.)(contype|confdeltype|confupdtype)\b(?=,| AS)/g,
      "$1$2::text",
    );
    const result = await queryRaw({ ...query, sql });
    const type = result.columnNames.indexOf("constraint_type");
    return {
      ...result,
      columnTypes: result.columnTypes.map((known, place) =>
        CHARACTERS.has(result.columnNames[place] ?? "") ? ColumnTypeEnum.Character : known,
      ),
      rows: type < 0 ? result.rows : result.rows.filter((row) => row[type] !== "n"),
    };
  };
  return adapter;
}

const CHARACTERS = new Set(["constraint_type", "confdeltype", "confupdtype"]);

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

function inDatabase(url: string, name: string): string {
  const target = new URL(url);
  target.pathname = `/${name}`;
  return target.href;
}
