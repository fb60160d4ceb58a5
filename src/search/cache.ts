import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createHash, randomUUID } from "node:crypto";
import { join } from "node:path";
import { fromBytes, toBytes } from "./index-file.ts";
import type { TextIndex } from "./text-index.ts";

/** Raise it whenever the same documents would give another index. */
const ALGORITHM = 2;

/** Content hash of what an index is built from: the same value, the same index. */
export function indexKey(content: unknown): string {
  return createHash("sha256")
    .update(JSON.stringify([ALGORITHM, content]))
    .digest("hex")
    .slice(0, 32);
}

/**
 * An index from the cache, or built and put there.
 * @param directory where indexes are kept; made when missing
 * @param key content hash of what the index is built from
 * @returns the index; a damaged or unreadable file is built anew, a directory that cannot be written to costs only time
 */
export function cachedIndex(directory: string, key: string, build: () => TextIndex): TextIndex {
  const file = join(directory, `${key}.index`);
  const kept = read(file);
  if (kept) return kept;
  const built = build();
  write(directory, file, toBytes(built));
  return built;
}

function read(file: string): TextIndex | undefined {
  try {
    return fromBytes(readFileSync(file));
  } catch {
    return undefined;
  }
}

/** Written beside and renamed, so that nobody ever reads half a file. */
function write(directory: string, file: string, bytes: Uint8Array): void {
  const draft = `${file}.${randomUUID()}.draft`;
  try {
    mkdirSync(directory, { recursive: true });
    writeFileSync(draft, bytes);
    renameSync(draft, file);
  } catch {
    discard(draft);
  }
}

function discard(draft: string): void {
  try {
    rmSync(draft, { force: true });
  } catch {
    // There is no such place, so there is no draft either.
  }
}
