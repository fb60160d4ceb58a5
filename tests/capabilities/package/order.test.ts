import { expect, test } from "vitest";
import { orderOf } from "../../../src/capabilities/package/order.ts";
import { PackageStep } from "../../../src/domain/package.ts";
import { planningTools } from "../../support/planning.ts";

const step = (id: string, ...after: string[]) =>
  PackageStep.parse({ id, does: null, name: { zh: id, en: id }, after, cites: ["law/1"] });

test("a step waits through one that does not count, and each wait is said once", () => {
  const steps = [step("a"), step("b", "a"), step("c", "b"), step("d", "a", "c")];
  const all = orderOf(steps, () => true);
  expect(all.get("d")).toEqual({ rank: 4, before: ["c"] });
  const withoutB = orderOf(steps, ({ id }) => id !== "b");
  expect(withoutB.get("c")).toEqual({ rank: 2, before: ["a"] });
  expect(withoutB.get("d")).toEqual({ rank: 3, before: ["c"] });
});

test("in every package each step comes after all that it waits for", () => {
  for (const { steps } of planningTools().knowledge.packages.values()) {
    const order = orderOf(steps, () => true);
    for (const { id } of steps)
      for (const before of order.get(id)!.before)
        expect(order.get(before)!.rank).toBeLessThan(order.get(id)!.rank);
  }
});
