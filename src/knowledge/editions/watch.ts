import { readFileSync } from "node:fs";
import { join } from "node:path";
import { knowledgeDirectory } from "./editions.ts";

const EVERY = 1_000;

/**
 * Be told within a second when another edition becomes current, by whichever process.
 * @param changed takes the new edition up; when it throws it is told to report and tried again
 * @returns stop watching
 */
export function watchCurrent(
  dataDir: string,
  changed: () => void,
  report: (error: unknown) => void,
): () => void {
  const file = join(knowledgeDirectory(dataDir), "current.json");
  let known = textOf(file);
  const timer = setInterval(() => {
    const text = textOf(file);
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

function textOf(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null;
  }
}
