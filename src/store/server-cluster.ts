import { existsSync, readFileSync } from "node:fs";
import { readdir, rename, rm } from "node:fs/promises";
import { spawn } from "node:child_process";
import path from "node:path";
import type { Account } from "./server-account.ts";
import type { Binaries } from "./server-binaries.ts";
import { causeOf } from "./server-failure.ts";
import { makeDirectory, type Place } from "./server-place.ts";

/**
 * Makes the database's files when there are none. They appear complete or not at all: two processes may
 * do this at the same instant, and one may be killed in the middle.
 */
export async function makeCluster(place: Place, binaries: Binaries): Promise<void> {
  if (existsSync(path.join(place.cluster, "PG_VERSION"))) return;
  await removeAbandoned(place);
  const making = `${place.cluster}.${process.pid}-${made++}.new`;
  await makeDirectory(making, 0o700, place.account);
  const { status, output } = await run(binaries.initdb, initialise(making), place.account);
  if (status !== 0) {
    await rm(making, { recursive: true, force: true });
    throw causeOf(output, place.home);
  }
  await rename(making, place.cluster).catch(async (error: unknown) => {
    await rm(making, { recursive: true, force: true });
    if (!existsSync(path.join(place.cluster, "PG_VERSION"))) throw error;
  });
}

/** One process may make two at the same time. */
let made = 0;

/** Only this machine's account can enter the socket's directory, so the server trusts whoever comes through it. */
function initialise(directory: string): string[] {
  return [
    "--pgdata",
    directory,
    "--username=onedoor",
    "--auth=trust",
    "--encoding=UTF8",
    "--locale=C",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
  ];
}

/** The process that runs the server, or null when none does. */
export function serverProcess(cluster: string): number | null {
  return runningServer(cluster)?.pid ?? null;
}

/**
 * What a running server wrote down about itself. Its socket may lie elsewhere than this process would
 * put it: the one that started it may know another directory for temporary files.
 */
export function runningServer(cluster: string): { pid: number; socket: string | null } | null {
  const file = path.join(cluster, "postmaster.pid");
  const lines = existsSync(file) ? readFileSync(file, "utf8").split("\n") : [];
  const pid = Number(lines[0]);
  return Number.isInteger(pid) && pid > 0 && isPostgres(pid)
    ? { pid, socket: lines[4] || null }
    : null;
}

/**
 * After a container was killed its next life may give the old number to another program, and the
 * server would refuse to start for ever; such a note is removed.
 */
export async function forgetDeadServer(cluster: string): Promise<void> {
  if (serverProcess(cluster) === null)
    await rm(path.join(cluster, "postmaster.pid"), { force: true });
}

function isPostgres(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EPERM") return false;
  }
  if (process.platform !== "linux") return true;
  try {
    // Not a zombie either (Z, X): it keeps its number until its parent has looked.
    return /^\d+ \(postgres\) [^ZX]/.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
  } catch {
    return false;
  }
}

/** Leftovers of processes that were killed while they made a database. */
async function removeAbandoned(place: Place): Promise<void> {
  const prefix = `${path.basename(place.cluster)}.`;
  for (const name of await readdir(place.home)) {
    const [, pid] = name.startsWith(prefix) ? (/\.(\d+)-\d+\.new$/.exec(name) ?? []) : [];
    if (pid && !existsProcess(Number(pid)))
      await rm(path.join(place.home, name), { recursive: true, force: true });
  }
}

function existsProcess(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Runs one of PostgreSQL's programs to its end. */
export function run(
  program: string,
  words: string[],
  account: Account | null,
): Promise<{ status: number | null; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(program, words, {
      ...asAccount(account),
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    child.stdout.on("data", (part) => (output += String(part)));
    child.stderr.on("data", (part) => (output += String(part)));
    child.on("error", (error) => resolve({ status: null, output: error.message }));
    child.on("close", (status) => resolve({ status, output }));
  });
}

/** How a program of the server is run: as its account, from a directory that exists for everyone. */
export function asAccount(account: Account | null): {
  uid?: number;
  gid?: number;
  cwd: string;
  env: NodeJS.ProcessEnv;
} {
  const { PATH, HOME, SystemRoot, TEMP } = process.env;
  return {
    ...(account ? { uid: account.uid, gid: account.gid } : {}),
    cwd: path.parse(process.cwd()).root,
    env: { PATH, HOME, SystemRoot, TEMP, LC_ALL: "C", LANG: "C" },
  };
}
