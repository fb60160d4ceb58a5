import { defineConfig } from "vitest/config";

const report = process.env.ONEDOOR_TEST_REPORT;

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    maxWorkers: 2,
    globalSetup: ["tests/support/database.ts"],
    testTimeout: 90_000,
    hookTimeout: 120_000,
    reporters: report ? ["default", ["json", { outputFile: report }]] : ["default"],
  },
});
