import { expect, test } from "vitest";
import { inForceOn, ZoneThreshold } from "../../src/domain/zone-threshold.ts";

const row = ZoneThreshold.parse({
  id: "limit",
  what: { zh: "线", en: "line" },
  value: 300,
  unit: { zh: "平方米", en: "square metres" },
  jurisdiction: { zh: "片区", en: "The zone" },
  says: { zh: "三百", en: "300", cites: ["food-safety-law/35"] },
  mark: "V",
  validFrom: "2026-01-01",
  validTo: "2026-06-30",
});

test.each([
  ["2025-12-31", 0],
  ["2026-01-01", 1],
  ["2026-06-30", 1],
  ["2026-07-01", 0],
])("on %s %d row holds", (day, count) => {
  expect(inForceOn(new Map([[row.id, row]]), day).size).toBe(count);
});

test("a row without days always holds", () => {
  const always = { ...row, validFrom: null, validTo: null };
  expect(inForceOn(new Map([[row.id, always]]), "2021-06-25").size).toBe(1);
});
