import { defineConfig } from "prisma/config";

/*
 * `prisma generate` looks for the schema engine before it starts, though it never runs it, and would
 * try to download it. Any existing file satisfies the search. A person who runs `prisma migrate` or
 * `prisma db` needs the real engine, so these are left alone.
 */
const needsEngine = process.argv.some((word) => word === "migrate" || word === "db");
if (!needsEngine) process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;
process.env.CHECKPOINT_DISABLE ??= "1";

export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
});
