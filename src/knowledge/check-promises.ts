import type { Duration } from "../domain/time-limit.ts";
import type { Problem } from "./problem.ts";
import { handlingOf, problem, type Files } from "./shelf-walk.ts";

/** A promise may only be shorter than the law's limit (Business Environment Regulation art. 36). */
export function checkPromises(shelf: Files): Problem[] {
  return shelf.departments.flatMap((read) =>
    read.value.items.flatMap((item, i) =>
      handlingOf(item, ["items", i]).flatMap(({ handling, path }) => {
        const promised = handling.promisedLimit?.duration;
        const statutory = handling.statutoryLimit?.duration;
        const broken = promised && statutory && inWorkingDays(promised) > inWorkingDays(statutory);
        return broken
          ? [
              problem(
                read,
                [...path, "promisedLimit"],
                "promises more time than the law allows: shorten the promised limit",
              ),
            ]
          : [];
      }),
    ),
  );
}

/** For comparing only: seven calendar days hold five working days. */
function inWorkingDays({ number, unit }: Duration): number {
  const each = {
    "working-day": 1,
    day: 5 / 7,
    month: 22,
    year: 250,
    hour: 1 / 8,
    "half-working-day": 0.5,
  };
  return number * each[unit];
}
