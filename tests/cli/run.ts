import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const ONEDOOR = fileURLToPath(new URL("../../bots/cli/onedoor.ts", import.meta.url));

/** Runs `onedoor` with words and a text on standard input, over one data directory. */
export function onedoor(
  dataDir: string,
  words: readonly string[],
  input = "",
): Promise<{ code: number | null; out: string; err: string }> {
  const child = spawn(process.execPath, [ONEDOOR, ...words], {
    env: { ...process.env, DATA_DIR: dataDir },
  });
  const said = { out: "", err: "" };
  child.stdout.on("data", (chunk: Buffer) => (said.out += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (said.err += chunk.toString()));
  child.stdin.end(input);
  return new Promise((resolve) => child.once("close", (code) => resolve({ code, ...said })));
}
