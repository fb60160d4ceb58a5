import { chmod, mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

/** A new directory that the database's account may enter, also when the tests run as root. */
export async function temporaryDirectory(purpose: string): Promise<string> {
  const directory = await mkdtemp(path.join(tmpdir(), `onedoor-${purpose}-`));
  await chmod(directory, 0o755);
  return directory;
}
