import type { z } from "zod";
import type { ApprovalItem, DepartmentFile } from "../domain/approval-item.ts";
import type { AuthorityFile } from "../domain/authority-entry.ts";
import type { CaseFactFile } from "../domain/case-fact.ts";
import type { ClockFile } from "../domain/clock-rule.ts";
import type { CreditFile } from "../domain/credit.ts";
import type { DiscretionFile } from "../domain/discretion.ts";
import type { FigureFile } from "../domain/figure.ts";
import type { GeneralRuleFile } from "../domain/general-rule.ts";
import type { HandlingItem } from "../domain/handling-item.ts";
import type { LinkageFile } from "../domain/linkage-rule.ts";
import type { ModeFile } from "../domain/mode.ts";
import type { MoreQuestionsFile } from "../domain/more-questions.ts";
import type { NoPenaltyLawFile } from "../domain/no-penalty-ground.ts";
import type { NoPenaltyFile } from "../domain/no-penalty-rule.ts";
import type { OrganFile } from "../domain/organ.ts";
import type { OutsideDoorFile } from "../domain/outside-door.ts";
import type { Law } from "../domain/provision.ts";
import type { PackageFile } from "../domain/package.ts";
import type { ZoneFile } from "../domain/zone-threshold.ts";
import type { ReportFile } from "../domain/report-handling.ts";
import type { GlossaryFile } from "./glossary.ts";
import type { EmergenciesFile } from "./lexicon.ts";
import type { Problem } from "./problem.ts";
import type { YamlFile } from "./yaml-file.ts";

/** The files of the shelf, each with the way back to its lines. */
export type Files = {
  departments: YamlFile<DepartmentFile>[];
  laws: YamlFile<Law>[];
  outside: YamlFile<z.infer<typeof OutsideDoorFile>>[];
  questions: YamlFile<MoreQuestionsFile>[];
  rules: YamlFile<z.infer<typeof GeneralRuleFile>>[];
  glossary: YamlFile<z.infer<typeof GlossaryFile>>[];
  organs: YamlFile<z.infer<typeof OrganFile>>[];
  authority: YamlFile<z.infer<typeof AuthorityFile>>[];
  linkage: YamlFile<z.infer<typeof LinkageFile>>[];
  discretion: YamlFile<z.infer<typeof DiscretionFile>>[];
  figures: YamlFile<z.infer<typeof FigureFile>>[];
  clocks: YamlFile<z.infer<typeof ClockFile>>[];
  packages: YamlFile<z.infer<typeof PackageFile>>[];
  zone: YamlFile<z.infer<typeof ZoneFile>>[];
  facts: YamlFile<z.infer<typeof CaseFactFile>>[];
  noPenalty: YamlFile<z.infer<typeof NoPenaltyFile>>[];
  noPenaltyLaw: YamlFile<z.infer<typeof NoPenaltyLawFile>>[];
  reports: YamlFile<z.infer<typeof ReportFile>>[];
  credit: YamlFile<z.infer<typeof CreditFile>>[];
  modes: YamlFile<z.infer<typeof ModeFile>>[];
  emergencies: YamlFile<z.infer<typeof EmergenciesFile>>[];
};

/** The files that state something and so must name their sources. */
export function statingFiles(shelf: Files): YamlFile<unknown>[] {
  return [
    ...shelf.departments,
    ...shelf.rules,
    ...shelf.organs,
    ...shelf.authority,
    ...shelf.linkage,
    ...shelf.discretion,
    ...shelf.figures,
    ...shelf.clocks,
    ...shelf.packages,
    ...shelf.zone,
    ...listFiles(shelf),
  ];
}

/** The lists by which a case is judged. */
export function listFiles(shelf: Files): YamlFile<unknown>[] {
  return [
    ...shelf.noPenalty,
    ...shelf.noPenaltyLaw,
    ...shelf.reports,
    ...shelf.credit,
    ...shelf.modes,
  ];
}

/** The way to a place in a file. */
export type Path = (string | number)[];

/** The handling items of an item, with their places. */
export function handlingOf(
  item: ApprovalItem,
  path: Path,
): { handling: HandlingItem; path: Path }[] {
  return item.subItems.flatMap((sub, s) =>
    sub.handlingItems.map((handling, h) => ({
      handling,
      path: [...path, "subItems", s, "handlingItems", h],
    })),
  );
}

/** All example questions that stand with an item, with their places. */
export function questionsOf(item: ApprovalItem, path: Path): { question: string; path: Path }[] {
  const own = item.questions
    ? [{ questions: item.questions, at: [...path, "questions"] as Path }]
    : [];
  const handled = handlingOf(item, path).map((h) => ({
    questions: h.handling.questions,
    at: [...h.path, "questions"] as Path,
  }));
  return [...own, ...handled].flatMap(({ questions, at }) => [
    ...questions.zh.map((question, i) => ({ question, path: [...at, "zh", i] })),
    ...questions.en.map((question, i) => ({ question, path: [...at, "en", i] })),
  ]);
}

/** A problem at a place of a file. */
export function problem(read: YamlFile<unknown>, path: Path, message: string): Problem {
  return { file: read.file, line: read.lineOf(path), where: path.join("."), message };
}

/** The keys under which references stand. */
const CITING = ["cites", "materialsCites", "basis", "violates", "punishedBy", "listedIn"];

/** Whether a field of a record is a list of references. */
export function isCitations(key: string, child: unknown): child is unknown[] {
  return CITING.includes(key) && Array.isArray(child);
}

/** Every string that stands in a list of citations, wherever in the record it is. */
export function referencesIn(value: unknown, path: Path = []): { ref: string; path: Path }[] {
  if (Array.isArray(value))
    return value.flatMap((child, index) => referencesIn(child, [...path, index]));
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([key, child]) =>
    isCitations(key, child)
      ? child.map((ref, index) => ({ ref: String(ref), path: [...path, key, index] }))
      : referencesIn(child, [...path, key]),
  );
}
