import { appendFileSync, cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  KNOWLEDGE_FOLDER,
  openKnowledgeDesk,
  openOneDoor,
  readSettings,
  type OpenOneDoor,
} from "../../src/index.ts";
import { until } from "../support/until.ts";
import type { Row } from "./run.ts";

const GOAL = 5_000;

/** From the command to go back until a running OneDoor answers from the edition before; beside it, opening anew. */
export async function benchRollback(): Promise<Row[]> {
  const dataDir = mkdtempSync(join(tmpdir(), "onedoor-rollback-"));
  const settings = readSettings({ DATA_DIR: dataDir, LOG_LEVEL: "silent" });
  const running = await openOneDoor(settings);
  await running.serve([]);
  publishAnother(dataDir, settings);
  const desk = openKnowledgeDesk(settings);
  const shipped = running.health().knowledge;
  await until(() => running.health().knowledge !== shipped, 60_000);
  const back = await timeUntilShipped(running, shipped, () => desk.rollBack(undefined, "bench"));
  await running.close();
  const anew = await timeToOpen(settings);
  rmSync(dataDir, { recursive: true, force: true });
  return [
    {
      what: "rollback until a running OneDoor answers",
      figure: `${(back / 1_000).toFixed(1)} s`,
      goal: "< 5 s",
      reached: back < GOAL,
    },
    { what: "against opening it anew, index cached", figure: `${(back / anew).toFixed(1)} ×` },
  ];
}

/** A second edition that differs by a comment, proposed by one person and approved by another. */
function publishAnother(dataDir: string, settings: ReturnType<typeof readSettings>): void {
  const folder = join(dataDir, "another");
  cpSync(KNOWLEDGE_FOLDER, folder, { recursive: true });
  appendFileSync(join(folder, "wording/zh.yaml"), "# another edition\n");
  const desk = openKnowledgeDesk(settings);
  const { edition } = desk.propose(folder, "2026-11-24", "first", "bench");
  desk.approve(edition, "second");
}

async function timeUntilShipped(
  running: OpenOneDoor,
  shipped: string,
  goBack: () => unknown,
): Promise<number> {
  const began = performance.now();
  goBack();
  await until(() => running.health().knowledge === shipped, 60_000);
  return performance.now() - began;
}

async function timeToOpen(settings: ReturnType<typeof readSettings>): Promise<number> {
  const began = performance.now();
  const opened = await openOneDoor(settings);
  const took = performance.now() - began;
  await opened.close();
  return took;
}
