import { createHash, randomUUID } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Shelf } from "./shelf.ts";

/** What checks the shelf: when this code changes, what was checked before counts no longer. */
const CHECKERS = ["../domain/", "./"].map((folder) => new URL(folder, import.meta.url));

/**
 * The checked shelf from the cache, or checked now and put there: reading the files anew takes seconds.
 * @param hash content hash of the files
 * @returns the shelf; a damaged cache or a folder that cannot be written to costs only time
 */
export function cachedShelf(directory: string, hash: string, check: () => Shelf): Shelf {
  const file = join(directory, `shelf-${hash.slice(0, 24)}-${checkersHash()}.json`);
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Shelf;
  } catch {
    const shelf = check();
    keep(directory, file, JSON.stringify(shelf));
    return shelf;
  }
}

function checkersHash(): string {
  const hash = createHash("sha256");
  for (const folder of CHECKERS)
    for (const name of readdirSync(folder).sort())
      if (name.endsWith(".ts")) hash.update(readFileSync(new URL(name, folder)));
  return hash.digest("hex").slice(0, 16);
}

/** Written beside and renamed, so that nobody ever reads half a file. */
function keep(directory: string, file: string, text: string): void {
  const draft = `${file}.${randomUUID()}.draft`;
  try {
    mkdirSync(directory, { recursive: true });
    writeFileSync(draft, text);
    renameSync(draft, file);
  } catch {
    rmSync(draft, { force: true });
  }
}
