import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { inboundAfter } from "../../src/store/inbound.ts";
import { backUp } from "../../src/store/backup.ts";
import {
  placeConversations,
  lockConversations,
  findConversation,
} from "../../src/store/conversations.ts";
import { migrate, missingMigrations, readMigrations } from "../../src/store/migrate.ts";
import { openNotifications } from "../../src/store/notifications.ts";
import { restore } from "../../src/store/restore.ts";
import { storeInbound } from "../../src/store/inbound.ts";
import type { TestDatabase } from "../support/database.ts";
import { messageOf } from "../support/messages.ts";
import { until } from "../support/until.ts";

/**
 * What every PostgreSQL under OneDoor must do. The same cases run on the bundled server and on another.
 * @param open an empty database without tables
 * @param there false when that server is not there: its cases are then counted as skipped
 */
export function storeContract(
  server: string,
  open: () => Promise<TestDatabase>,
  there = true,
): void {
  describe.skipIf(!there)(`the store on ${server}`, () => {
    let it: TestDatabase;
    beforeEach(async () => {
      it = await open();
    });
    afterEach(() => it.close());

    test("migrates once, and finds nothing to do the second time", async () => {
      const names = (await readMigrations()).map(({ name }) => name);
      expect(await missingMigrations(it.database)).toEqual(names);
      expect(await migrate(it.database)).toEqual(names);
      expect(await migrate(it.database)).toEqual([]);
      expect(await missingMigrations(it.database)).toEqual([]);
    });

    test("lets two processes migrate at the same instant", async () => {
      const applied = await Promise.all([migrate(it.database), migrate(it.another())]);
      expect(applied.flat()).toEqual((await readMigrations()).map(({ name }) => name));
    });

    test("refuses an applied migration that was changed, and one from the future", async () => {
      await migrate(it.database);
      await it.database.query("UPDATE _prisma_migrations SET checksum = 'other'");
      await expect(migrate(it.database)).rejects.toThrow(/was changed after it had been applied/);
      await it.database.query(
        "UPDATE _prisma_migrations SET migration_name = '29991231000000_later'",
      );
      await expect(migrate(it.database)).rejects.toThrow(/made by a newer OneDoor/);
    });

    test("gives one id to an address that many meet at the same instant", async () => {
      await migrate(it.database);
      const other = it.another();
      const place = (n: number) =>
        (n % 2 ? it.database : other).transaction((sql) =>
          placeConversations(sql, "zone", [
            { channel: "web", conversation: "a" },
            { channel: "web", conversation: `own-${n % 3}` },
          ]),
        );
      const ids = await Promise.all(Array.from({ length: 20 }, (_, n) => place(n)));
      expect(new Set(ids.map(([id]) => id)).size).toBe(1);
      expect(new Set(ids.map(([, id]) => id)).size).toBe(3);
      const [count] = await it.database.query("SELECT count(*)::int AS n FROM conversation", []);
      expect(count).toEqual({ n: 4 });
    });

    test("keeps zones apart", async () => {
      await migrate(it.database);
      const address = { channel: "web", conversation: "a" };
      const [one] = await placeConversations(it.database, "north", [address]);
      const [other] = await placeConversations(it.database, "south", [address]);
      expect(one).not.toBe(other);
      expect(await findConversation(it.database, "north", address)).toBe(one);
    });

    test("gives each message the next place and stores it once", async () => {
      await migrate(it.database);
      const [id = ""] = await placeConversations(it.database, "zone", [
        { channel: "web", conversation: "a" },
      ]);
      const store = (names: string[]) =>
        it.database.transaction(async (sql) => {
          await lockConversations(sql, [id]);
          return storeInbound(
            sql,
            names.map((externalId) => ({ conversationId: id, message: messageOf({ externalId }) })),
          );
        });
      expect(await store(["m1", "m2"])).toEqual([
        { seq: 1, duplicate: false },
        { seq: 2, duplicate: false },
      ]);
      expect(await store(["m2", "m3", "m1"])).toEqual([
        { seq: 2, duplicate: true },
        { seq: 3, duplicate: false },
        { seq: 1, duplicate: true },
      ]);
      expect(
        (await inboundAfter(it.database, id, 0)).map(({ externalId, seq }) => [externalId, seq]),
      ).toEqual([
        ["m1", 1],
        ["m2", 2],
        ["m3", 3],
      ]);
    });

    test("keeps concurrent messages of one conversation without gap or double", async () => {
      await migrate(it.database);
      const [id = ""] = await placeConversations(it.database, "zone", [
        { channel: "web", conversation: "a" },
      ]);
      const other = it.another();
      const store = (n: number) =>
        (n % 2 ? it.database : other).transaction(async (sql) => {
          await lockConversations(sql, [id]);
          return storeInbound(sql, [
            { conversationId: id, message: messageOf({ externalId: `m${n}` }) },
          ]);
        });
      const seqs = (await Promise.all(Array.from({ length: 20 }, (_, n) => store(n))))
        .flat()
        .map(({ seq }) => seq);
      expect(seqs.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, n) => n + 1));
    });

    test("a transaction whose statement failed is not mistaken for a stored one", async () => {
      await migrate(it.database);
      const swallowing = it.database.transaction(async (sql) => {
        await placeConversations(sql, "zone", [{ channel: "web", conversation: "a" }]);
        await sql.query("SELECT no_such_column", []).catch(() => {});
      });
      await expect(swallowing).rejects.toThrow(/nothing of it was stored/);
      expect(
        await findConversation(it.database, "zone", { channel: "web", conversation: "a" }),
      ).toBeNull();
    });

    test("shows Prisma the same rows, in its transactions too", async () => {
      await migrate(it.database);
      const { prisma } = it.database;
      const [id = ""] = await placeConversations(it.database, "zone", [
        { channel: "web", conversation: "a" },
      ]);
      await Promise.all(
        [1, 2, 3].map((n) =>
          prisma.$transaction(async (tx) => {
            const { lastSeq } = await tx.conversation.update({
              where: { id },
              data: { lastSeq: { increment: 1 } },
            });
            return tx.turn.create({
              data: {
                conversationId: id,
                id: `t${n}`,
                outcome: "help",
                capability: "help",
                lang: "zh",
                record: { lastSeq },
                knowledge: "k",
                rules: "r",
                ms: 1,
              },
            });
          }),
        ),
      );
      const found = await prisma.conversation.findUnique({
        where: { id },
        include: { turns: true },
      });
      expect(found).toMatchObject({ lastSeq: 3, channel: "web" });
      expect(
        found?.turns.map(({ record }) => (record as { lastSeq: number }).lastSeq).toSorted(),
      ).toEqual([1, 2, 3]);
      await expect(
        prisma.turn.create({
          data: {
            conversationId: id,
            id: "t1",
            outcome: "help",
            capability: "help",
            lang: "zh",
            record: {},
            knowledge: "k",
            rules: "r",
            ms: 1,
          },
        }),
      ).rejects.toMatchObject({ code: "P2002" });
    });

    test("tells the other process, and this one too", async () => {
      const here = await openNotifications(it.database);
      const elsewhere = await openNotifications(it.another());
      const heard: string[] = [];
      here.on("said:web/a", (detail) => heard.push(`here ${detail}`));
      elsewhere.on("said:web/a", (detail) => heard.push(`there ${detail}`));
      here.announce("said:web/a", "7");
      expect(heard).toEqual(["here 7"]);
      await until(() => heard.length === 2);
      expect(heard).toEqual(["here 7", "there 7"]);
      await here.close();
      await elsewhere.close();
    });

    describe("backup and restore", () => {
      let directory: string;
      beforeEach(async () => {
        directory = await mkdtemp(path.join(tmpdir(), "onedoor-backup-"));
        await migrate(it.database);
      });
      afterEach(() => rm(directory, { recursive: true, force: true }));

      const speak = async (on: TestDatabase, externalIds: string[]): Promise<void> => {
        await on.database.transaction(async (sql) => {
          const [id = ""] = await placeConversations(sql, "zone", [
            { channel: "web", conversation: "a" },
          ]);
          await lockConversations(sql, [id]);
          await storeInbound(
            sql,
            externalIds.map((externalId) => ({
              conversationId: id,
              message: messageOf({ externalId, text: `"${externalId}"\n\\ 食品 🧧` }),
            })),
          );
        });
      };
      const everything = async (on: TestDatabase) =>
        on.database.query(
          "SELECT m.*, c.zone, c.last_seq, c.created_at AS began FROM inbound_message m JOIN conversation c ON c.id = m.conversation_id ORDER BY seq",
          [],
        );

      test("bring back every row into another database", async () => {
        await speak(it, ["m1", "m2", "m3"]);
        const file = path.join(directory, "backup.gz");
        const summary = await backUp(it.database, file);
        expect(summary.rows).toMatchObject({
          conversation: 1,
          conversation_address: 1,
          inbound_message: 3,
          turn: 0,
          outbound_message: 0,
        });
        const other = await open();
        await migrate(other.database);
        expect(await restore(other.database, file)).toEqual(summary.rows);
        expect(await everything(other)).toEqual(await everything(it));
        await expect(migrate(other.database)).resolves.toEqual([]);
        await other.close();
      });

      test("refuse a database that is not empty, unless it may be replaced", async () => {
        await speak(it, ["m1"]);
        const file = path.join(directory, "backup.gz");
        await backUp(it.database, file);
        const before = await everything(it);
        await speak(it, ["m2"]);
        await expect(restore(it.database, file)).rejects.toThrow(/not empty.*--replace/);
        expect(await everything(it)).toHaveLength(2);
        await restore(it.database, file, { replace: true });
        expect(await everything(it)).toEqual(before);
      });

      test("refuse a file that was cut off or changed, and change nothing", async () => {
        await speak(it, ["m1", "m2"]);
        const file = path.join(directory, "backup.gz");
        await backUp(it.database, file);
        const text = gunzipSync(await readFile(file)).toString("utf8");
        const broken: Record<string, Buffer> = {
          "a row changed": gzipSync(text.replace("m1", "m9")),
          "a row missing": gzipSync(text.split("\n").toSpliced(-3, 1).join("\n")),
          "cut off": gzipSync(text.slice(0, -100)),
          "cut off when packed": (await readFile(file)).subarray(0, -20),
          "not packed": Buffer.from(text),
          "something else": gzipSync("hello\n"),
          empty: Buffer.alloc(0),
        };
        for (const [what, bytes] of Object.entries(broken)) {
          await writeFile(file, bytes);
          await expect(restore(it.database, file, { replace: true }), what).rejects.toMatchObject({
            name: "NotABackup",
          });
        }
        expect(await everything(it)).toHaveLength(2);
      });

      test("refuse while another OneDoor is connected", async () => {
        const file = path.join(directory, "backup.gz");
        await backUp(it.database, file);
        const other = it.another();
        await other.query("SELECT 1", []);
        await expect(restore(it.database, file)).rejects.toThrow(
          /Another OneDoor uses this database/,
        );
      });

      test("bring a backup of an older schema to this one", async () => {
        await speak(it, ["m1"]);
        const file = path.join(directory, "backup.gz");
        await backUp(it.database, file);
        const later = {
          name: "29991231000000_later",
          sql: "ALTER TABLE inbound_message ADD COLUMN liked BOOLEAN NOT NULL DEFAULT true",
          checksum: "0".repeat(64),
        };
        await restore(it.database, file, {
          replace: true,
          migrations: [...(await readMigrations()), later],
        });
        expect(await everything(it)).toMatchObject([{ external_id: "m1", liked: true }]);
      });

      test("refuse a backup of a newer schema", async () => {
        const file = path.join(directory, "backup.gz");
        await backUp(it.database, file);
        await expect(restore(it.database, file, { migrations: [] })).rejects.toThrow(
          /made by another OneDoor/,
        );
      });
    });
  });
}
