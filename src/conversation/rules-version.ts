import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";

/** The folders whose code decides and words an answer. */
const DECIDING = [
  "domain",
  "language",
  "search",
  "knowledge",
  "library",
  "capabilities",
  "conversation",
];

/** Hash of the program's rules: two answers of the same rules, knowledge and inputs are the same. */
export const RULES_VERSION = hashOf(DECIDING);

function hashOf(folders: readonly string[]): string {
  const hash = createHash("sha256");
  for (const folder of folders) {
    const root = new URL(`../${folder}/`, import.meta.url);
    for (const name of readdirSync(root, { recursive: true, encoding: "utf8" }).sort())
      if (name.endsWith(".ts")) hash.update(name).update(readFileSync(new URL(name, root)));
  }
  return hash.digest("hex").slice(0, 16);
}
