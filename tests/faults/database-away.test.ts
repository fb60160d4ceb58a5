import { rm } from "node:fs/promises";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openDatabase, type Database } from "../../src/store/database.ts";
import { migrate } from "../../src/store/migrate.ts";
import { startServer, type Server } from "../../src/store/server.ts";
import { serverProcess } from "../../src/store/server-cluster.ts";
import { openSpineUnderTest, type SpineUnderTest } from "../queue/spine-under-test.ts";
import { messageOf } from "../support/messages.ts";
import { temporaryDirectory } from "../support/temporary.ts";
import { until } from "../support/until.ts";

let directory: string;
let server: Server;
let database: Database;
let spine: SpineUnderTest;

beforeEach(async () => {
  directory = await temporaryDirectory("away");
  server = await startServer({ dataDir: directory });
});

afterEach(async () => {
  await spine.stop();
  await database.close();
  await server.ensure();
  await server.stopIfAlone();
  await rm(directory, { recursive: true, force: true });
});

/** @param revive whether OneDoor may start the server itself, as it does with the bundled one */
async function open(revive: boolean): Promise<void> {
  database = openDatabase({ url: server.url, revive: revive ? server.ensure : undefined });
  await migrate(database);
  spine = await openSpineUnderTest(database);
}

const kill = (signal: "SIGKILL" | "SIGINT"): void => {
  process.kill(serverProcess(path.join(directory, "database")) as number, signal);
};
const say = (externalId: string) => spine.receive(messageOf({ externalId, text: externalId }));
const answered = () => spine.sent.flatMap(({ inReplyTo }) => inReplyTo);

test("while the database is away messages are refused with a remedy; when it is back all goes on", async () => {
  await open(false);
  await say("before");
  await until(() => answered().length === 1);
  kill("SIGINT");
  await until(async () => {
    await say("during").catch(() => {});
    return database.availability.state() === "database-away";
  });
  await expect(say("during")).rejects.toMatchObject({
    name: "StoreUnavailable",
    state: "database-away",
    remedy: expect.stringContaining("DATABASE_URL"),
  });
  expect(database.availability.remedy()).toContain("send again in a moment");
  await server.ensure();
  await until(() => database.availability.state() === "ready");
  await say("during");
  await say("after");
  await until(() => answered().includes("after"));
  expect(answered()).toEqual(["before", "during", "after"]);
});

test("a bundled server that is killed is started again while messages keep coming", async () => {
  await open(true);
  const ids = Array.from({ length: 60 }, (_, n) => `m${n}`);
  for (const [n, id] of ids.entries()) {
    if (n === 20 || n === 40) kill("SIGKILL");
    // The platform's part: try again until it is stored.
    await until(
      () =>
        say(id).then(
          () => true,
          () => false,
        ),
      20_000,
    );
  }
  await until(() => new Set(answered()).size === 60, 20_000);
  expect([...new Set(answered())]).toEqual(ids);
  const [row] = await database.query("SELECT count(*)::int AS turns FROM turn", []);
  expect(row).toEqual({ turns: 60 });
  expect(database.availability.state()).toBe("ready");
});
