import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import { constants } from "node:os";
import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import { z } from "zod";

/*
 * A backup is one gzip file of JSON lines:
 *   the manifest; for each table {"#table": name} and then its rows, one JSON object a line;
 *   the seal: row counts and the sha256 of every byte before it. A file without its seal is not whole.
 */

export const Manifest = z.object({
  onedoor: z.literal("backup"),
  format: z.literal(1),
  takenAt: z.iso.datetime(),
  /** The schema: names and checksums of the migrations, in order. */
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })),
  tables: z.array(z.string()),
});
export type Manifest = z.infer<typeof Manifest>;

export const Seal = z.object({ rows: z.record(z.string(), z.number()), sha256: z.string() });
export type Seal = z.infer<typeof Seal>;

/** The file is not a whole backup: nothing was done with it. */
export class NotABackup extends Error {
  override readonly name = "NotABackup";
}

/**
 * Writes lines into a compressed file that appears under its name only when it is whole and on disk.
 * @param lines every line but the seal
 * @param seal called after the last line, with the sha256 of all lines
 */
export async function writeLines(
  file: string,
  lines: AsyncIterable<string>,
  seal: (sha256: string) => Seal,
): Promise<Seal> {
  const hash = createHash("sha256");
  let written: Seal | undefined;
  async function* withSeal() {
    for await (const line of lines) {
      hash.update(`${line}\n`);
      yield `${line}\n`;
    }
    written = seal(hash.digest("hex"));
    yield `${JSON.stringify(written)}\n`;
  }
  const partial = `${file}.partial`;
  try {
    await pipeline(
      Readable.from(withSeal()),
      createGzip(),
      createWriteStream(partial, { mode: 0o600, flush: true }),
    );
    await rename(partial, file);
  } catch (error) {
    await rm(partial, { force: true });
    const { code } = error as NodeJS.ErrnoException;
    // A full disk under the backup says nothing about the database's own disk.
    if (code && code in constants.errno)
      throw new Error(`The backup could not be written to ${file} (${code}). Name another place.`, {
        cause: error,
      });
    throw error;
  }
  return written as Seal;
}

/** Lines of a backup without the seal, as far as they go. */
export async function* readLines(file: string): AsyncGenerator<string> {
  let held: string | null = null;
  for await (const line of allLines(file)) {
    if (held !== null) yield held;
    held = line;
  }
}

/**
 * Reads a backup from end to end before anything is done with it.
 * @throws NotABackup when it is something else, was cut off, or was changed
 */
export async function inspectBackup(file: string): Promise<{ manifest: Manifest; seal: Seal }> {
  const hash = createHash("sha256");
  const rows: Record<string, number> = {};
  let manifest: Manifest | null = null;
  let table = "";
  let held: string | null = null;
  for await (const line of allLines(file)) {
    if (held !== null) hash.update(`${held}\n`);
    if (held !== null && manifest === null) manifest = readManifest(held);
    else if (held !== null) {
      const next = tableOf(held);
      if (next !== null) rows[(table = next)] = 0;
      else rows[table] = (rows[table] ?? 0) + 1;
    }
    held = line;
  }
  const seal = readSeal(held);
  if (!manifest || !seal || seal.sha256 !== hash.digest("hex") || !sameCounts(seal.rows, rows))
    throw new NotABackup("This backup is not whole: it was cut off or changed. Use another one.");
  return { manifest, seal };
}

/** The table a line announces, or null when the line is a row. */
export function tableOf(line: string): string | null {
  return line.startsWith('{"#table":')
    ? (JSON.parse(line) as { "#table": string })["#table"]
    : null;
}

/** The line that announces a table's rows. */
export const tableLine = (name: string): string => JSON.stringify({ "#table": name });

export function readManifest(line: string): Manifest {
  try {
    return Manifest.parse(JSON.parse(line));
  } catch {
    throw new NotABackup("This is not a backup that this version of OneDoor can read.");
  }
}

async function* allLines(file: string): AsyncGenerator<string> {
  await (await open(file)).close();
  const unpacked = createReadStream(file).pipe(createGunzip());
  const failed = new Promise<never>((_, reject) => unpacked.once("error", reject));
  failed.catch(() => {});
  try {
    const lines = createInterface({ input: unpacked, crlfDelay: Infinity })[Symbol.asyncIterator]();
    for (;;) {
      const next = await Promise.race([lines.next(), failed]);
      if (next.done) return;
      yield next.value;
    }
  } catch (error) {
    throw new NotABackup("This is not a whole backup: it cannot be unpacked.", { cause: error });
  }
}

function readSeal(line: string | null): Seal | null {
  try {
    return Seal.parse(JSON.parse(line ?? ""));
  } catch {
    return null;
  }
}

function sameCounts(one: Record<string, number>, other: Record<string, number>): boolean {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].every((name) => one[name] === other[name]);
}
