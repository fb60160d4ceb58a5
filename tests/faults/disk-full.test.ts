import { spawnSync } from "node:child_process";
import { closeSync, openSync, writeSync } from "node:fs";
import { rm } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { openStore } from "../../src/store/open.ts";
import { openSpineUnderTest } from "../queue/spine-under-test.ts";
import { messageOf } from "../support/messages.ts";
import { temporaryDirectory } from "../support/temporary.ts";
import { until } from "../support/until.ts";

/** A small disk of one's own needs the right to mount one; where that is missing the test says so. */
async function smallDisk(): Promise<string | null> {
  const directory = await temporaryDirectory("disk");
  const { status } = spawnSync(
    "mount",
    ["-t", "tmpfs", "-o", "size=120m,mode=755", "tmpfs", directory],
    { stdio: "ignore" },
  );
  if (status === 0) return directory;
  await rm(directory, { recursive: true, force: true });
  return null;
}

const disk = await smallDisk();
if (!disk) console.log("skipped: a full disk can only be tried by an account that may mount one");

test.skipIf(!disk)(
  "a full disk refuses messages with a remedy, loses nothing, and heals by itself",
  { timeout: 90_000 },
  async () => {
    const directory = disk as string;
    const filler = path.join(directory, "filler");
    const store = await openStore({ dataDir: path.join(directory, "data") });
    const { availability } = store.database;
    try {
      const spine = await openSpineUnderTest(store.database);
      fill(filler);
      const stored: string[] = [];
      for (let n = 0; availability.state() !== "disk-full"; n++) {
        const externalId = `m${n}`;
        const text = `${externalId} ${Array.from({ length: 15_000 }, () => String.fromCharCode(0x4e00 + Math.random() * 20_000)).join("")}`;
        await spine.receive(messageOf({ externalId, text })).then(
          () => stored.push(externalId),
          () => {},
        );
      }
      await expect(spine.receive(messageOf({ externalId: "refused" }))).rejects.toMatchObject({
        name: "StoreUnavailable",
        remedy: expect.stringMatching(/disk .* is full.*free some space/),
      });

      await rm(filler);
      await until(() => availability.state() === "ready", 30_000);
      await spine.receive(messageOf({ externalId: "after" }));
      stored.push("after");
      await until(
        () => new Set(spine.sent.flatMap(({ inReplyTo }) => inReplyTo)).size >= stored.length,
        30_000,
      );
      const answered = new Set(spine.sent.flatMap(({ inReplyTo }) => inReplyTo));
      expect(stored.filter((id) => !answered.has(id))).toEqual([]);
      const [row] = await store.database.query(
        "SELECT count(*)::int AS waiting FROM inbound_message WHERE turn_id IS NULL",
        [],
      );
      expect(row).toEqual({ waiting: 0 });
      await spine.stop();
    } finally {
      await rm(filler, { force: true });
      await store.close();
      spawnSync("umount", [directory]);
      await rm(directory, { recursive: true, force: true });
    }
  },
);

/** Writes until nothing more fits. */
function fill(file: string): void {
  const descriptor = openSync(file, "w");
  try {
    for (let size = 1 << 20; size >= 4096; size >>= 1)
      writeUntilFull(descriptor, Buffer.alloc(size));
  } finally {
    closeSync(descriptor);
  }
}

function writeUntilFull(descriptor: number, block: Buffer): void {
  try {
    for (;;) writeSync(descriptor, block);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOSPC") throw error;
  }
}
