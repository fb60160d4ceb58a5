import { readFileSync } from "node:fs";
import { join } from "node:path";
import { knowledgeDirectory } from "./editions.ts";

const EVERY = 1_000;

/** What names the current edition, as it is written: to be read before the edition is opened. */
export function pointerText(dataDir: string): string | null {
  try {
    return readFileSync(join(knowledgeDirectory(dataDir), "current.json"), "utf8");
  } catch {
    return null;
  }
}

/**
 * Be told within a second when another edition becomes current, by whichever process.
 * @param opened what pointerText said before the edition in use was opened
 * @param changed takes the new edition up; when it throws it is told to report and tried again
 * @returns stop watching
 */
export function watchCurrent(
  dataDir: string,
  opened: string | null,
  changed: () => void,
  report: (error: unknown) => void,
): () => void {
  let known = opened;
  const timer = setInterval(() => {
    const text = pointerText(dataDir);
    if (text === known) return;
    try {
      changed();
      known = text;
    } catch (error) {
      report(error);
    }
  }, EVERY);
  timer.unref();
  return () => clearInterval(timer);
}
