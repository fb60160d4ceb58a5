import { open, rename, stat } from "node:fs/promises";

const LARGEST_LOG = 10_000_000;

/** A log that has grown large makes room for a new one. @returns where the next lines will begin */
export async function freshLog(log: string): Promise<number> {
  const size = (await stat(log).catch(() => null))?.size ?? 0;
  if (size < LARGEST_LOG) return size;
  await rename(log, `${log}.1`);
  return 0;
}

/** The last lines of a log, from a place on. */
export async function tail(log: string, from: number): Promise<string> {
  const file = await open(log).catch(() => null);
  if (!file) return "";
  const { size } = await file.stat();
  const length = Math.min(size - from, 20_000);
  const { buffer } = await file.read(Buffer.alloc(length), 0, length, size - length);
  await file.close();
  return buffer.toString("utf8");
}
