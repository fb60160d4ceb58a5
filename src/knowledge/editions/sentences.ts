import { parse } from "yaml";
import type { ShelfFiles } from "../shelf.ts";

/**
 * An edition carries its own wording. One that was published under an older version may lack sentences
 * that this program says.
 * @param shipped the shelf that ships with this version
 * @throws naming them, and what to do
 */
export function demandSentences(shelf: ShelfFiles, shipped: ShelfFiles): void {
  if (shelf.hash === shipped.hash) return;
  const said = keysOf(shelf);
  const missing = [...keysOf(shipped)].filter((key) => !said.has(key));
  if (missing.length === 0) return;
  throw new Error(
    `the knowledge ${shelf.hash.slice(0, 12)} lacks ${missing.length} sentence(s) of this version (${missing.slice(0, 3).join(", ")} …): ` +
      "add them to its wording/ from knowledge/wording and publish it again (publish --folder), or use the shipped shelf: onedoor knowledge rollback --to shipped --by NAME",
  );
}

function keysOf({ files }: ShelfFiles): Set<string> {
  const wording = [...files].filter(([path]) => path.startsWith("wording/"));
  return new Set(
    wording.flatMap(([path, text]) =>
      Object.keys((parse(text) ?? {}) as object).map(
        (key) => `${path.startsWith("wording/zh") ? "zh" : "en"} ${key}`,
      ),
    ),
  );
}
