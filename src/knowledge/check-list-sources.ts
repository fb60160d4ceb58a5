import type { EvidenceMark } from "../domain/citation.ts";
import type { Law } from "../domain/provision.ts";
import type { Problem } from "./problem.ts";
import { problem, type Files } from "./shelf-walk.ts";

/** A row of a list may claim no more than its sources: national only by a national source, V only by a V article. */
export function checkListSources(shelf: Files): Problem[] {
  const kinds = new Map(
    shelf.laws.map(({ value }): [string, Law["kind"]] => [value.id, value.kind]),
  );
  const marks = new Map(
    shelf.laws.flatMap(({ value }) =>
      value.provisions.map((one): [string, EvidenceMark] => [
        `${value.id}/${one.article}`,
        one.mark,
      ]),
    ),
  );
  const isLocal = (ref: string) => ["local", "page"].includes(kinds.get(ref.split("/")[0]!) ?? "");
  return shelf.noPenalty.flatMap((read) =>
    read.value.items.flatMap((item, i) => {
      const { mark, jurisdiction, listedIn, violates, punishedBy } = item;
      const all = [...listedIn, ...violates, ...punishedBy];
      const national = jurisdiction.kind === "national" && mark !== "U";
      return [
        ...(national && listedIn.every(isLocal)
          ? [
              problem(
                read,
                ["items", i, "listedIn"],
                `${item.id} claims to be national by a local source only: cite the national list, or name the place`,
              ),
            ]
          : []),
        ...(mark === "V" && !all.some((ref) => marks.get(ref) === "V")
          ? [
              problem(
                read,
                ["items", i, "mark"],
                `${item.id} is marked V, but no article it cites is: mark it P, or cite what was read`,
              ),
            ]
          : []),
      ];
    }),
  );
}
