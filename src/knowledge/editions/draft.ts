import { randomUUID } from "node:crypto";
import { existsSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { readShelfFiles, type ShelfFiles } from "../shelf.ts";
import { writeDurably } from "./durable-file.ts";
import { knowledgeDirectory } from "./editions.ts";

/** Where imports are gathered until they are proposed. */
export const draftFolder = (dataDir: string): string => join(knowledgeDirectory(dataDir), "draft");

/** The draft, or what answers now when there is none. */
export function workingFolder(dataDir: string, current: string): string {
  const draft = draftFolder(dataDir);
  return existsSync(draft) ? draft : current;
}

/**
 * Put changed files into a shelf.
 * @param files by their paths; null: the file goes
 * @param from the whole shelf they belong to; it is copied first when the folder does not exist yet
 */
export function writeShelf(
  folder: string,
  files: ReadonlyMap<string, string | null>,
  from: ShelfFiles,
): void {
  if (!existsSync(folder)) {
    const whole = `${folder}.${randomUUID()}`;
    for (const [path, text] of from.files) writeDurably(join(whole, path), text);
    renameSync(whole, folder);
  }
  for (const [path, text] of files)
    if (text === null) rmSync(join(folder, path), { force: true });
    else writeDurably(join(folder, path), text);
}

/** Throw the draft away when it holds nothing else than what answers now. */
export function dropDraftLike(dataDir: string, hash: string): void {
  const draft = draftFolder(dataDir);
  if (existsSync(draft) && readShelfFiles(draft).hash === hash)
    rmSync(draft, { recursive: true, force: true });
}
