import { z } from "zod";
import type { ApprovalItem } from "../domain/approval-item.ts";
import { inForce } from "../domain/citation.ts";
import { itemOn } from "./earlier.ts";
import type { Problem } from "./problem.ts";
import { buildProvisions, type Provisions } from "./provisions.ts";
import { problem, referencesIn, type Files, type Path } from "./shelf-walk.ts";

/** Earlier forms of records: each is a whole record of its last day, resting on what was law on that day. */
export function checkEarlier({ departments, rules, laws }: Files): Problem[] {
  const provisions = buildProvisions(laws.map(({ value }) => value));
  const ruleProblems = rules.flatMap((read) =>
    read.value.rules.flatMap((rule, i) =>
      rule.earlier.flatMap(({ validTo, says }, e) =>
        notLawThen(validTo, { says }, provisions).map(({ at, message }) =>
          problem(read, ["rules", i, "earlier", e, ...at], message),
        ),
      ),
    ),
  );
  return [...ruleProblems, ...checkItems(departments, provisions), ...checkSame(laws)];
}

/** An article that stands on under another number names that one, and nothing that changed. */
function checkSame(laws: Files["laws"]): Problem[] {
  return laws.flatMap((read) =>
    read.value.provisions.flatMap(({ same, replacedBy, change }, i) =>
      same && (replacedBy?.length !== 1 || change !== undefined)
        ? [
            problem(
              read,
              ["provisions", i],
              "says the same as its successor: name that one article in replacedBy, and no change",
            ),
          ]
        : [],
    ),
  );
}

function checkItems(departments: Files["departments"], provisions: Provisions): Problem[] {
  return departments.flatMap((read) =>
    read.value.items.flatMap((item, i) =>
      item.earlier.flatMap((earlier, e) => {
        const path: Path = ["items", i, "earlier", e];
        return [
          ...unknownHandling(item, e),
          ...notARecord(item, earlier.validTo),
          ...notLawThen(
            earlier.validTo,
            { item: earlier.item, handling: earlier.handling },
            provisions,
          ),
        ].map(({ at, message }) => problem(read, [...path, ...at], message));
      }),
    ),
  );
}

type Found = { at: Path; message: string };

function unknownHandling(item: ApprovalItem, e: number): Found[] {
  const known = new Set(item.subItems.flatMap((sub) => sub.handlingItems.map(({ id }) => id)));
  const { handling, without } = item.earlier[e]!;
  return [
    ...Object.keys(handling).map((id) => ({ id, at: ["handling", id] as Path })),
    ...without.map((id, i) => ({ id, at: ["without", i] as Path })),
  ]
    .filter(({ id }) => !known.has(id))
    .map(({ id, at }) => ({
      at,
      message: `${id} is no handling item of ${item.id}: use one of its ids`,
    }));
}

function notARecord(item: ApprovalItem, day: string): Found[] {
  try {
    itemOn(item, day);
    return [];
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error;
    return error.issues.map((issue) => ({
      at: [],
      message: `as it read on ${day} the record is not whole: ${issue.path.map(String).join(".")}: ${issue.message}`,
    }));
  }
}

function notLawThen(validTo: string, stated: object, provisions: Provisions): Found[] {
  return referencesIn(stated)
    .filter(({ ref }) => provisions.has(ref) && !inForce(provisions.get(ref)!, validTo))
    .map(({ ref, path }) => ({
      at: path,
      message: `cites ${ref}, which was not in force on ${validTo}: cite the text of that day`,
    }));
}
