import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { chmod, chown, mkdir, readFile, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { nearestExisting, reaches, serverAccount, type Account } from "./server-account.ts";
import { ServerCannotRun } from "./server-failure.ts";

/** Where a bundled server keeps its things. */
export type Place = {
  /** Directory that holds all of the following. */
  home: string;
  /** The database itself; mode 700, owned by the account. */
  cluster: string;
  /** The socket's directory; short, for the path of a socket ends at 107 bytes (103 on macOS). */
  socket: string;
  log: string;
  account: Account | null;
};

const LONGEST_SOCKET_PATH = 100;
const USER = "onedoor";
/** Where an account of the system can always keep data that root started. */
const SYSTEM_HOME = "/var/lib/onedoor";

/**
 * Chooses and prepares the places for DATA_DIR.
 * As root the data must lie where the server's account can go: a project under a closed home directory
 * keeps its database in /var/lib/onedoor and leaves a note of that in DATA_DIR.
 */
export async function preparePlace(dataDir: string): Promise<Place> {
  const wanted = path.resolve(dataDir);
  const account = serverAccount(
    existsSync(path.join(wanted, "database")) ? path.join(wanted, "database") : wanted,
  );
  const home = await reachableHome(wanted, account);
  return {
    home,
    cluster: path.join(home, "database"),
    socket: socketDirectory(home),
    log: path.join(home, "database.log"),
    account,
  };
}

async function reachableHome(wanted: string, account: Account | null): Promise<string> {
  const reachable = await reaches(account, nearestExisting(wanted));
  if (!account || reachable) {
    await makeDirectory(wanted, 0o755, null);
    return wanted;
  }
  const home = path.join(SYSTEM_HOME, shortHash(wanted));
  await makeDirectory(wanted, 0o755, null);
  await makeDirectory(home, 0o711, null);
  const note = path.join(wanted, "database-is-elsewhere.txt");
  const text = `The account ${account.name}, which runs the database, cannot enter this directory.\nThe database is in ${home}\n`;
  if ((await readFile(note, "utf8").catch(() => "")) !== text) await writeFile(note, text);
  return home;
}

/** Where to connect to one of the server's databases. */
export function addressOf(place: Place, database: string): string {
  return `postgresql://${USER}@localhost/${database}?host=${encodeURIComponent(place.socket)}`;
}

function socketDirectory(home: string): string {
  const beside = path.join(home, "socket");
  const fits = Buffer.byteLength(path.join(beside, ".s.PGSQL.5432")) <= LONGEST_SOCKET_PATH;
  return fits ? beside : path.join(tmpdir(), `onedoor-${shortHash(home)}`);
}

/** Makes a directory for the account; one that a stranger has made first is refused. */
export async function makeDirectory(
  directory: string,
  mode: number,
  account: Account | null,
): Promise<void> {
  try {
    const created = await mkdir(directory, { recursive: true, mode });
    if (created) await chmod(directory, mode);
    if (created && account) await chown(directory, account.uid, account.gid);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOSPC") throw error;
    throw new ServerCannotRun(
      `OneDoor cannot make the directory ${directory} (${code}). Set DATA_DIR to a directory this account may write to, or set DATABASE_URL.`,
    );
  }
  const owner = (await stat(directory)).uid;
  const mine = process.getuid?.();
  if (mode === 0o700 && owner !== (account?.uid ?? mine))
    throw new ServerCannotRun(
      `${directory} belongs to another account. Remove it, or set DATA_DIR to another directory.`,
    );
}

function shortHash(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 12);
}
