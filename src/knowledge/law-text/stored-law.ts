import { createHash, randomUUID } from "node:crypto";
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { z } from "zod";
import { ParsedLaw, wordingOf } from "./parsed-law.ts";
import { PARSER } from "./parse-law.ts";

/** One version of one law as it is kept: what was read, from which file. */
export const StoredLaw = z.strictObject({
  /** SHA-256 of the file that was imported. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** Its name, without folders. */
  file: z.string(),
  importedAt: z.iso.datetime(),
  /** Which form of the parser took it apart. */
  parser: z.int(),
  law: ParsedLaw,
});
export type StoredLaw = z.infer<typeof StoredLaw>;

const ENDING = ".json.gz";
const fileOf = (directory: string, sha256: string) => join(directory, `${sha256}${ENDING}`);

/** @returns hashes of the files whose laws are kept */
export function storedHashes(directory: string): string[] {
  if (!existsSync(directory)) return [];
  return readdirSync(directory)
    .filter((name) => /^[0-9a-f]{64}\.json\.gz$/.test(name))
    .map((name) => name.slice(0, -ENDING.length))
    .sort();
}

/** Keep a law under the hash of its file, whole or not at all. */
export function storeLaw(directory: string, stored: Omit<StoredLaw, "parser">): void {
  const whole: StoredLaw = { ...stored, parser: PARSER };
  writeWhole(fileOf(directory, stored.sha256), gzipSync(JSON.stringify(whole)));
}

/**
 * @returns the law; null when none is kept under that hash
 * @throws when its file is damaged: delete it and import the law again
 */
export function storedLaw(directory: string, sha256: string): StoredLaw | null {
  const file = fileOf(directory, sha256);
  if (!existsSync(file)) return null;
  try {
    return JSON.parse(gunzipSync(readFileSync(file)).toString("utf8")) as StoredLaw;
  } catch {
    throw new Error(`${file} is damaged: delete it and import the law again.`);
  }
}

/** The same wording under the same title is the same version, whatever file it came in. */
export function wordingHash({ title, part, articles }: ParsedLaw): string {
  const hash = createHash("sha256").update(squeezed(`${title}${part ?? ""}`));
  for (const article of articles)
    if (!article.number.startsWith("T"))
      hash.update(article.number).update(squeezed(wordingOf(article)));
  return hash.digest("hex");
}

const squeezed = (text: string) => text.replaceAll(/[\s\u3000]+/gu, "");

/** Written beside, put on the disk, then renamed: nobody ever reads half a file, whenever the power goes. */
export function writeWhole(file: string, bytes: Uint8Array | string): void {
  const draft = `${file}.${randomUUID()}.draft`;
  mkdirSync(join(file, ".."), { recursive: true });
  try {
    const handle = openSync(draft, "w");
    try {
      writeFileSync(handle, bytes);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(draft, file);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}
