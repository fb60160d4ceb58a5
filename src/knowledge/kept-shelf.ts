import { randomUUID } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { hashOfFiles, type ShelfFiles } from "./shelf.ts";

const fileOf = (directory: string, hash: string) => join(directory, `${hash}.json.gz`);

/**
 * Keep the files of a shelf under their hash, so that every answer given from it can be made again.
 * Written beside and renamed: nobody ever reads half a shelf. What is kept already is left alone.
 */
export function keepShelf(directory: string, { hash, files }: ShelfFiles): void {
  const file = fileOf(directory, hash);
  if (existsSync(file)) return;
  mkdirSync(directory, { recursive: true });
  const draft = `${file}.${randomUUID()}.draft`;
  writeFileSync(draft, gzipSync(JSON.stringify([...files])));
  renameSync(draft, file);
}

/**
 * @returns the files that were kept under a hash; null when none were
 * @throws when the kept files are not those of the hash: they were changed or damaged
 */
export function keptShelf(directory: string, hash: string): ShelfFiles | null {
  const file = fileOf(directory, hash);
  if (!existsSync(file)) return null;
  const files = new Map(
    JSON.parse(gunzipSync(readFileSync(file)).toString("utf8")) as [string, string][],
  );
  if (hashOfFiles(files) !== hash)
    throw new Error(`${file} does not hold the knowledge of that hash: it was changed or damaged.`);
  return { hash, files };
}
