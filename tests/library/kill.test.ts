import { spawn } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { openLawLibrary } from "../../src/library/law-library.ts";
import { onedoor } from "../cli/run.ts";

const ONEDOOR = fileURLToPath(new URL("../../bots/cli/onedoor.ts", import.meta.url));
const FILES = 60;
const DAY = "2026-11-24";

/** Begins an import and kills it with SIGKILL after a while. */
function killedImport(dataDir: string, folder: string, afterMs: number): Promise<void> {
  const child = spawn(process.execPath, [ONEDOOR, "knowledge", "import-law", folder], {
    env: { ...process.env, DATA_DIR: dataDir },
    stdio: ["ignore", "pipe", "ignore"],
  });
  // The time counts from its first word, so that it is killed at work and not at the start.
  child.stdout.once("data", () => setTimeout(() => child.kill("SIGKILL"), afterMs));
  return new Promise((resolve) => child.once("close", () => resolve()));
}

test("kill -9 at any moment of an import leaves whole laws, and the next import completes it", async () => {
  const dataDir = mkdtempSync(join(tmpdir(), "onedoor-kill-"));
  const folder = mkdtempSync(join(tmpdir(), "onedoor-many-"));
  for (let i = 0; i < FILES; i++) {
    const articles = Array.from(
      { length: 9 },
      (_, n) => `第${"一二三四五六七八九"[n]!}条 灯${i}第${n}。`,
    );
    writeFileSync(join(folder, `${i}.txt`), [`第${i}号灯会办法`, ...articles].join("\n"));
  }
  for (const afterMs of [0, 20, 60, 150]) {
    await killedImport(dataDir, folder, afterMs);
    const library = openLawLibrary(join(dataDir, "laws"));
    for (const law of library.all(DAY)) expect(library.article(law, "9")).not.toBeNull();
  }
  const { code, out } = await onedoor(dataDir, ["knowledge", "import-law", "--quiet", folder]);
  expect(out).toContain(`${FILES} texts with ${FILES * 9} articles`);
  expect(code).toBe(0);
  const listed = await onedoor(dataDir, ["knowledge", "laws"]);
  expect(listed.out).toContain(`${FILES} texts`);
  const found = await onedoor(dataDir, ["knowledge", "search-law", "灯33第4", "--limit", "1"]);
  expect(found.out).toContain("第33号灯会办法");
}, 120_000);
