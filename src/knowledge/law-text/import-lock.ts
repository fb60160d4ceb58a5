import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * One import at a time: a second one would not see what the first adds.
 * @returns lets the next one in
 * @throws when another import is at work
 */
export function lockLibrary(directory: string): () => void {
  mkdirSync(directory, { recursive: true });
  const file = join(directory, "import.lock");
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      writeFileSync(file, String(process.pid), { flag: "wx" });
      return () => rmSync(file, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
      const owner = Number(readFileSync(file, "utf8"));
      if (isAlive(owner))
        throw new Error(
          `Another import (process ${owner}) is at work on ${directory}: wait until it has ended, or delete ${file} if it is none.`,
          { cause: error },
        );
      // It was ended before it could unlock.
      rmSync(file, { force: true });
    }
  }
  throw new Error(`${file} cannot be made: try again.`);
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
