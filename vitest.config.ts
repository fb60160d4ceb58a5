import { defineConfig } from "vitest/config";

const report = process.env.ONEDOOR_TEST_REPORT;

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    maxWorkers: 2,
    globalSetup: ["tests/support/database.ts"],
    testTimeout: 90_000,
    hookTimeout: 120_000,
    // A browser beside a database on a busy machine: a second is too short for a tab to follow another.
    expect: { poll: { timeout: 15_000 } },
    reporters: report ? ["default", ["json", { outputFile: report }]] : ["default"],
  },
});
