import { readFileSync, statSync } from "node:fs";
import { access, constants } from "node:fs/promises";
import { spawnSync } from "node:child_process";
import path from "node:path";

/** The account under which the server runs; PostgreSQL refuses to run as root. */
export type Account = { name: string; uid: number; gid: number };

/** Accounts that exist to own nothing else, best first. */
const CANDIDATES = ["onedoor", "postgres", "nobody"];

/**
 * Which account runs the server.
 * @param dataDir where the data lies; who owns it runs the server
 * @returns null when this process may run it itself (it is not root)
 */
export function serverAccount(dataDir: string): Account | null {
  if (process.getuid?.() !== 0) return null;
  const accounts = readAccounts();
  const owner = ownerOf(dataDir);
  if (owner && owner.uid !== 0) return { name: nameOf(accounts, owner.uid), ...owner };
  const { SUDO_UID, SUDO_GID } = process.env;
  if (Number(SUDO_UID) > 0)
    return {
      name: nameOf(accounts, Number(SUDO_UID)),
      uid: Number(SUDO_UID),
      gid: Number(SUDO_GID),
    };
  for (const name of CANDIDATES) {
    const account = accounts.find((one) => one.name === name);
    if (account) return account;
  }
  return { name: "nobody", uid: 65_534, gid: 65_534 };
}

/** Whether an account may enter every directory on the way to a path and read it. */
export async function reaches(account: Account | null, target: string): Promise<boolean> {
  if (!account)
    return access(target, constants.R_OK | constants.X_OK).then(
      () => true,
      () => false,
    );
  // Asked of the system itself: it knows about groups and access lists, we would only guess.
  const { status } = spawnSync(
    "/bin/sh",
    ["-c", 'cd "$(dirname "$1")" && test -r "$1" && test -x "$1"', "sh", target],
    {
      uid: account.uid,
      gid: account.gid,
      cwd: "/",
      stdio: "ignore",
    },
  );
  return status === 0;
}

/** The nearest existing directory at or above a path. */
export function nearestExisting(target: string): string {
  let here = path.resolve(target);
  while (!statSync(here, { throwIfNoEntry: false })) here = path.dirname(here);
  return here;
}

function ownerOf(dataDir: string): { uid: number; gid: number } | null {
  const stat = statSync(dataDir, { throwIfNoEntry: false });
  return stat ? { uid: stat.uid, gid: stat.gid } : null;
}

function readAccounts(): Account[] {
  try {
    return readFileSync("/etc/passwd", "utf8")
      .split("\n")
      .map((line) => line.split(":"))
      .filter((fields) => fields.length >= 4)
      .map(([name = "", , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }));
  } catch {
    return [];
  }
}

function nameOf(accounts: Account[], uid: number): string {
  return accounts.find((account) => account.uid === uid)?.name ?? String(uid);
}
