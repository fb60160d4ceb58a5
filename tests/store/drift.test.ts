import { cp, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { differenceFromMigrations } from "../../prisma/schema-engine.ts";
import { openEmptyDatabase, type TestDatabase } from "../support/database.ts";
import { temporaryDirectory } from "../support/temporary.ts";

const PRISMA = path.resolve(import.meta.dirname, "../../prisma");

let it: TestDatabase;
let copy: string;

beforeEach(async () => {
  it = await openEmptyDatabase();
  copy = await temporaryDirectory("drift");
  await cp(path.join(PRISMA, "schema.prisma"), path.join(copy, "schema.prisma"));
  await cp(path.join(PRISMA, "migrations"), path.join(copy, "migrations"), { recursive: true });
});

afterEach(async () => {
  await it.close();
  await rm(copy, { recursive: true, force: true });
});

async function change(from: string, to: string): Promise<void> {
  const file = path.join(copy, "schema.prisma");
  const schema = await readFile(file, "utf8");
  expect(schema).toContain(from);
  await writeFile(file, schema.replace(from, to));
}

test("schema and migrations that agree show no difference", async () => {
  expect(await differenceFromMigrations(it.url, copy)).toMatchObject({ differs: false });
});

test.each([
  [
    "a new column",
    "knowledge      String",
    "knowledge      String\n  liked Boolean?",
    /ALTER TABLE "turn" ADD COLUMN +"liked" BOOLEAN/,
  ],
  ["a changed type", "ms             Float", "ms             Int", /"ms"/],
  [
    "a new index",
    "@@index([reference])",
    "@@index([reference])\n  @@index([capability])",
    /CREATE INDEX "turn_capability_idx"/,
  ],
  [
    "a partial index of other rows",
    `raw("(turn_id IS NULL)")`,
    `raw("(turn_id IS NOT NULL)")`,
    /inbound_message_waiting/,
  ],
])("%s is found, with the SQL that is missing", async (_what, from, to, sql) => {
  await change(from, to);
  const difference = await differenceFromMigrations(it.url, copy);
  expect(difference.differs).toBe(true);
  expect(difference.sql).toMatch(sql);
});
