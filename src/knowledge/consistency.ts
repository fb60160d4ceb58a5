import { checkAuthority } from "./check-authority.ts";
import { checkEarlier } from "./check-earlier.ts";
import { checkListNames } from "./check-list-names.ts";
import { checkListSources } from "./check-list-sources.ts";
import { checkLists } from "./check-lists.ts";
import { checkNames } from "./check-names.ts";
import { checkPackages } from "./check-packages.ts";
import { checkPromises } from "./check-promises.ts";
import { checkReferences } from "./check-references.ts";
import { checkThresholds } from "./check-thresholds.ts";
import { checkGlossary } from "./glossary.ts";
import type { Problem } from "./problem.ts";
import type { Files } from "./shelf-walk.ts";

/**
 * What one file alone cannot show: references that resolve to nothing, things named twice,
 * promises longer than the law's limit. The rules follow the checkers of published catalogues.
 */
export function findInconsistencies(shelf: Files): Problem[] {
  return [
    ...checkReferences(shelf),
    ...checkNames(shelf),
    ...checkPromises(shelf),
    ...checkEarlier(shelf),
    ...checkPackages(shelf),
    ...checkLists(shelf),
    ...checkListSources(shelf),
    ...checkListNames(shelf),
    ...checkThresholds(shelf),
    ...checkAuthority(shelf),
    ...checkGlossary(shelf),
  ];
}
