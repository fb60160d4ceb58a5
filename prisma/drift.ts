import { execFile } from "node:child_process";
import { cp, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { differenceFromMigrations } from "./schema-engine.ts";
import { withThrowawayServer } from "./throwaway-server.ts";

/*
 * `npm run check:drift`: the schema, its migrations and the generated client must say the same.
 */

const ROOT = path.resolve(import.meta.dirname, "..");
const CLIENT = "src/generated/prisma";

/** @returns a sentence for each thing that does not fit */
async function findDrift(): Promise<string[]> {
  const [{ differs, sql }, stale] = await Promise.all([
    withThrowawayServer((url) => differenceFromMigrations(url)),
    staleClientFiles(),
  ]);
  const found: string[] = [];
  if (differs)
    found.push(
      `prisma/schema.prisma says more or less than prisma/migrations. Put this into a new folder of prisma/migrations, as migration.sql:\n${sql}`,
    );
  if (stale.length > 0)
    found.push(
      `src/generated is not what the schema generates. Run \`npm run generate\` and commit: ${stale.join(", ")}`,
    );
  return found;
}

/** Generates the client in a copy of the project's shape and compares it with the committed one, file by file. */
async function staleClientFiles(): Promise<string[]> {
  const copy = await mkdtemp(path.join(ROOT, "prisma/.check-"));
  try {
    const schema = path.join(copy, "prisma/schema.prisma");
    await cp(path.join(ROOT, "prisma/schema.prisma"), schema);
    await promisify(execFile)(
      path.join(ROOT, "node_modules/.bin/prisma"),
      ["generate", "--schema", schema],
      { cwd: ROOT },
    );
    return await differingFiles(path.join(ROOT, CLIENT), path.join(copy, CLIENT));
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
}

async function differingFiles(one: string, other: string): Promise<string[]> {
  const names = new Set([...(await filesIn(one)), ...(await filesIn(other))]);
  const differing = await Promise.all(
    [...names].map(async (name) =>
      (await contentOf(path.join(one, name))) === (await contentOf(path.join(other, name)))
        ? []
        : [name],
    ),
  );
  return differing.flat().toSorted();
}

async function filesIn(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(directory, path.join(entry.parentPath, entry.name)));
}

async function contentOf(file: string): Promise<string | null> {
  return readFile(file, "utf8").catch(() => null);
}

const found = await findDrift();
for (const sentence of found) console.error(sentence);
if (found.length === 0) console.log("schema, migrations and generated client agree");
process.exitCode = found.length === 0 ? 0 : 1;
