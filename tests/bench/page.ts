import { spawn, type ChildProcess } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const MAIN = fileURLToPath(new URL("../../bots/main.ts", import.meta.url));

/** OneDoor running as its user starts it, on a free port and a data directory. */
export type RunningPage = {
  address: string;
  dataDir: string;
  process: ChildProcess;
  stop(): Promise<void>;
};

/**
 * Start `bots/main.ts` and wait until it says where it is.
 * @param dataDir an existing data directory; a new one, deleted at the end, when absent
 */
export async function startPage(dataDir?: string): Promise<RunningPage> {
  const directory = dataDir ?? (await mkdtemp(join(tmpdir(), "onedoor-bench-")));
  const child = spawn(process.execPath, [MAIN], {
    env: {
      ...process.env,
      PORT: "0",
      DATA_DIR: directory,
      LOG_LEVEL: "error",
      MESSAGES_PER_MINUTE: "1000000",
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const address = await new Promise<string>((resolve, reject) => {
    let said = "";
    child.stdout.on("data", (chunk: Buffer) => {
      said += chunk.toString();
      const found = /http:\/\/\S+/.exec(said);
      if (found) resolve(found[0]);
    });
    child.once("exit", (code) =>
      reject(new Error(`OneDoor ended with ${code} before it was open`)),
    );
  });
  return {
    address,
    dataDir: directory,
    process: child,
    async stop() {
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGTERM");
      await ended;
      if (dataDir === undefined) await rm(directory, { recursive: true, force: true });
    },
  };
}
