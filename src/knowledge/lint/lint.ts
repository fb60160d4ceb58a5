import {
  enforcerWithoutBasis,
  itemWithoutRow,
  openRoles,
  overlappingRows,
  unverifiedRows,
} from "./authority-rules.ts";
import type { Finding, Linted, Rule } from "./finding.ts";
import {
  endingSoon,
  overlappingVersions,
  staleLaws,
  successorMissing,
  uncitedProvisions,
} from "./law-rules.ts";
import { levelContradictions } from "./level-rules.ts";
import {
  marksWithoutNote,
  sameQuestions,
  samplesUnsaid,
  unreachableAliases,
} from "./word-rules.ts";

/** Every rule of the lint; docs/knowledge-editor.md shows this table. */
export const RULES: readonly Rule[] = [
  {
    name: "item-without-row",
    severity: "warning",
    about: "an approval item that no row of the authority list stands for",
    find: itemWithoutRow,
  },
  {
    name: "open-role",
    severity: "note",
    about:
      "an approver, supervisor or enforcer that is a stated gap, or that the zone has still to name",
    find: openRoles,
  },
  {
    name: "enforcer-without-basis",
    severity: "warning",
    about: "an enforcer without a read article of a law, or on an unknown basis",
    find: enforcerWithoutBasis,
  },
  {
    name: "overlapping-rows",
    severity: "warning",
    about: "two rows of one matter, or of one item with different enforcers",
    find: overlappingRows,
  },
  {
    name: "unverified-row",
    severity: "note",
    about: "a row that the zone has not confirmed",
    find: unverifiedRows,
  },
  {
    name: "level-contradiction",
    severity: "warning",
    about: "sources of two levels with different numbers for one handling item, and which prevails",
    find: levelContradictions,
  },
  {
    name: "unreachable-alias",
    severity: "warning",
    about: "an everyday name that finds another item first",
    find: unreachableAliases,
  },
  {
    name: "same-question",
    severity: "error",
    about: "two records with the same example question once it is written in one way",
    find: sameQuestions,
  },
  {
    name: "stale-law",
    severity: "warning",
    about: "a cited law that was not compared with its source for 180 days",
    find: staleLaws,
  },
  {
    name: "ending-soon",
    severity: "warning",
    about: "a citation of a provision that ends within 90 days",
    find: endingSoon,
  },
  {
    name: "overlapping-versions",
    severity: "error",
    about: "two files of one law that count on the same day",
    find: overlappingVersions,
  },
  {
    name: "successor-missing",
    severity: "warning",
    about: "a law that has ended and does not say what replaced it",
    find: successorMissing,
  },
  {
    name: "uncited-provision",
    severity: "note",
    about: "a provision in force that nothing cites",
    find: uncitedProvisions,
  },
  {
    name: "mark-without-note",
    severity: "note",
    about: "a mark P or U where no note says what is doubtful",
    find: marksWithoutNote,
  },
  {
    name: "sample-unsaid",
    severity: "error",
    about: "a sample whose words do not say 示例 and sample",
    find: samplesUnsaid,
  },
];

/** @returns all findings, by file and line */
export function lint(linted: Linted): Finding[] {
  return RULES.flatMap(({ name, severity, find }) =>
    find(linted).map((finding) => ({ rule: name, severity, ...finding })),
  ).sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line || a.rule.localeCompare(b.rule));
}
