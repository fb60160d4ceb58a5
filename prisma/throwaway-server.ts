import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { startServer } from "../src/store/server.ts";

/**
 * Runs work with a bundled server that is gone afterwards.
 * @param work gets the address of an empty database
 */
export async function withThrowawayServer<T>(work: (url: string) => Promise<T>): Promise<T> {
  const dataDir = await mkdtemp(path.join(tmpdir(), "onedoor-check-"));
  // As root the server runs under another account, which must be able to enter.
  await chmod(dataDir, 0o755);
  try {
    const server = await startServer({ dataDir, options: { fsync: "off" } });
    try {
      return await work(server.url);
    } finally {
      await server.stopIfAlone();
    }
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}
