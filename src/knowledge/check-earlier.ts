import { z } from "zod";
import type { ApprovalItem } from "../domain/approval-item.ts";
import { inForce } from "../domain/citation.ts";
import { itemOn } from "./earlier.ts";
import type { Problem } from "./problem.ts";
import { buildProvisions, type Provisions } from "./provisions.ts";
import { problem, referencesIn, type Files, type Path } from "./shelf-walk.ts";

/** Earlier forms of records: each is a whole record of its last day, resting on what was law on that day. */
export function checkEarlier({ departments, laws }: Files): Problem[] {
  const provisions = buildProvisions(laws.map(({ value }) => value));
  return departments.flatMap((read) =>
    read.value.items.flatMap((item, i) =>
      item.earlier.flatMap((earlier, e) => {
        const path: Path = ["items", i, "earlier", e];
        return [
          ...unknownHandling(item, e),
          ...notARecord(item, earlier.validTo),
          ...notLawThen(earlier, provisions),
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

function notLawThen(
  { validTo, item, handling }: ApprovalItem["earlier"][number],
  provisions: Provisions,
): Found[] {
  return referencesIn({ item, handling })
    .filter(({ ref }) => provisions.has(ref) && !inForce(provisions.get(ref)!, validTo))
    .map(({ ref, path }) => ({
      at: path,
      message: `cites ${ref}, which was not in force on ${validTo}: cite the text of that day`,
    }));
}
