import type { Condition } from "../domain/condition.ts";
import type { Problem } from "./problem.ts";
import { problem, type Files, type Path } from "./shelf-walk.ts";

/** Thresholds that measure: what a case says must name the number at which it turns. */
export function checkThresholds({ departments }: Files): Problem[] {
  return departments.flatMap((read) =>
    read.value.items.flatMap((item, i) =>
      item.thresholds.flatMap(({ measured }, t) =>
        (measured?.cases ?? []).flatMap(({ when, says }, c) => {
          const at: Path = ["items", i, "thresholds", t, "measured", "cases", c];
          const written = numbersIn(says.zh);
          return boundsOf(when)
            .filter((bound) => !written.includes(bound))
            .map((bound) =>
              problem(
                read,
                at,
                `turns at ${bound}, but its words do not name that number: make both the same`,
              ),
            );
        }),
      ),
    ),
  );
}

function boundsOf(condition: Condition): number[] {
  if ("all" in condition) return condition.all.flatMap(boundsOf);
  if ("any" in condition) return condition.any.flatMap(boundsOf);
  if ("not" in condition) return boundsOf(condition.not);
  if ("is" in condition) return [];
  const { atLeast, moreThan, atMost, lessThan } = condition;
  return [atLeast, moreThan, atMost, lessThan].filter((bound) => typeof bound === "number");
}

const WRITTEN: Record<string, number> = { 两: 2, 三: 3, 五: 5, 十: 10 };

/** Numbers as Chinese sentences write them: 300, 30万, 三. */
function numbersIn(text: string): number[] {
  const digits = [...text.matchAll(/(\d+(?:\.\d+)?)(万|千(?![克瓦米]))?/gu)].map(
    ([, digit, unit]) => Number(digit) * (unit === "万" ? 10_000 : unit === "千" ? 1_000 : 1),
  );
  const words = [...text.matchAll(/[两三五十]/gu)].map(([word]) => WRITTEN[word]!);
  return [...digits, ...words];
}
