import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startPage } from "./page.ts";
import type { Row } from "./run.ts";
import { enter } from "./visitor.ts";

/** From starting the process to the first answer: on an empty data directory, and again on the same one. */
export async function benchStart(): Promise<Row[]> {
  const dataDir = await mkdtemp(join(tmpdir(), "onedoor-start-"));
  const first = await startToAnswer(dataDir);
  const again = await startToAnswer(dataDir);
  await rm(dataDir, { recursive: true, force: true });
  return [
    { what: "first start to first answer", figure: `${(first / 1_000).toFixed(1)} s` },
    { what: "next start to first answer", figure: `${(again / 1_000).toFixed(1)} s` },
  ];
}

async function startToAnswer(dataDir: string): Promise<number> {
  const began = performance.now();
  const page = await startPage(dataDir);
  const visitor = await enter(page.address);
  await visitor.ask("开公司要带什么材料");
  const took = performance.now() - began;
  visitor.leave();
  await page.stop();
  return took;
}
