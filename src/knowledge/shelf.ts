import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { z } from "zod";
import { DepartmentFile } from "../domain/approval-item.ts";
import { AuthorityFile } from "../domain/authority-entry.ts";
import { CaseFactFile } from "../domain/case-fact.ts";
import { ClockFile } from "../domain/clock-rule.ts";
import { CreditFile } from "../domain/credit.ts";
import { DiscretionFile } from "../domain/discretion.ts";
import { FigureFile } from "../domain/figure.ts";
import { GeneralRuleFile } from "../domain/general-rule.ts";
import { LinkageFile } from "../domain/linkage-rule.ts";
import { ModeFile } from "../domain/mode.ts";
import { MoreQuestionsFile } from "../domain/more-questions.ts";
import { NoPenaltyLawFile } from "../domain/no-penalty-ground.ts";
import { NoPenaltyFile } from "../domain/no-penalty-rule.ts";
import { OrganFile } from "../domain/organ.ts";
import { OutsideDoorFile } from "../domain/outside-door.ts";
import { PackageFile } from "../domain/package.ts";
import { ZoneFile } from "../domain/zone-threshold.ts";
import { Law } from "../domain/provision.ts";
import { ReportFile } from "../domain/report-handling.ts";
import { CalendarFile } from "../domain/working-calendar.ts";
import { findInconsistencies } from "./consistency.ts";
import { GlossaryFile } from "./glossary.ts";
import { ActionsFile, EmergenciesFile, EverydayFile, FacetsFile, TalkFile } from "./lexicon.ts";
import { KnowledgeError, type Problem } from "./problem.ts";
import { differentSentences, WordingFile } from "./wording.ts";
import { readYaml, type YamlFile } from "./yaml-file.ts";

/** The parts of the shelf: which files belong to each, and what each file must look like. */
export const PARTS = {
  departments: { folder: "approval-items", stem: "", schema: DepartmentFile },
  laws: { folder: "provisions", stem: "", schema: Law },
  outside: { folder: "outside", stem: "", schema: OutsideDoorFile },
  rules: { folder: "general-rules", stem: "", schema: GeneralRuleFile },
  questions: { folder: "questions", stem: "", schema: MoreQuestionsFile },
  organs: { folder: "organs", stem: "", schema: OrganFile },
  authority: { folder: "authority", stem: "", schema: AuthorityFile },
  linkage: { folder: "linkage", stem: "", schema: LinkageFile },
  discretion: { folder: "discretion", stem: "", schema: DiscretionFile },
  figures: { folder: "figures", stem: "", schema: FigureFile },
  clocks: { folder: "clocks", stem: "", schema: ClockFile },
  packages: { folder: "packages", stem: "", schema: PackageFile },
  zone: { folder: "zone", stem: "", schema: ZoneFile },
  facts: { folder: "facts", stem: "", schema: CaseFactFile },
  noPenalty: { folder: "no-penalty", stem: "", schema: NoPenaltyFile },
  noPenaltyLaw: { folder: "no-penalty-law", stem: "", schema: NoPenaltyLawFile },
  reports: { folder: "reports", stem: "", schema: ReportFile },
  credit: { folder: "credit", stem: "", schema: CreditFile },
  modes: { folder: "modes", stem: "", schema: ModeFile },
  calendar: { folder: "calendar", stem: "", schema: CalendarFile },
  glossary: { folder: "lexicon", stem: "glossary", schema: GlossaryFile },
  everyday: { folder: "lexicon", stem: "everyday", schema: EverydayFile },
  actions: { folder: "lexicon", stem: "actions", schema: ActionsFile },
  facets: { folder: "lexicon", stem: "facets", schema: FacetsFile },
  talk: { folder: "lexicon", stem: "talk", schema: TalkFile },
  emergencies: { folder: "lexicon", stem: "emergencies", schema: EmergenciesFile },
  zh: { folder: "wording", stem: "zh", schema: WordingFile },
  en: { folder: "wording", stem: "en", schema: WordingFile },
} as const;

type Part = keyof typeof PARTS;

/** The checked content of all files, part by part. Plain data: it can be kept as JSON. */
export type Shelf = { [P in Part]: z.output<(typeof PARTS)[P]["schema"]>[] };

/** The files as they are on the disk, in a fixed order, with the hash of their names and contents. */
export type ShelfFiles = { hash: string; files: Map<string, string> };

export function readShelfFiles(folder: string): ShelfFiles {
  const names = Object.values(PARTS).map((part) => part.folder);
  const paths = [...new Set(names)].flatMap((name) => yamlFilesIn(folder, name)).sort();
  const files = new Map(paths.map((path) => [path, readFileSync(join(folder, path), "utf8")]));
  return { hash: hashOfFiles(files), files };
}

/** @returns SHA-256 over names and contents: the same hash is the same knowledge */
export function hashOfFiles(files: ReadonlyMap<string, string>): string {
  const hash = createHash("sha256");
  for (const [path, text] of files) hash.update(path).update("\0").update(text).update("\0");
  return hash.digest("hex");
}

/** The files part by part, each with the way back to its lines. */
export type ReadShelf = { [P in Part]: YamlFile<Shelf[P][number]>[] };

/**
 * Check all files, each by its schema, then together.
 * @throws KnowledgeError with every problem, its file, line and remedy: nothing is taken by halves
 */
export function checkShelf(files: ShelfFiles): Shelf {
  return Object.fromEntries(
    Object.entries(checkFiles(files)).map(([name, list]) => [name, list.map(({ value }) => value)]),
  ) as Shelf;
}

/** The same with the way back to the lines. @throws KnowledgeError */
export function checkFiles({ files }: ShelfFiles): ReadShelf {
  const problems: Problem[] = [];
  const readPart = <P extends Part>(name: P): YamlFile<Shelf[P][number]>[] => {
    const { folder, stem, schema } = PARTS[name];
    return [...files].flatMap(([path, text]) => {
      if (!path.startsWith(`${folder}/${stem}`)) return [];
      const result = readYaml(path, text, schema as unknown as z.ZodType<Shelf[P][number]>);
      if (result.ok) return [result.read];
      problems.push(...result.problems);
      return [];
    });
  };
  const read = Object.fromEntries(
    (Object.keys(PARTS) as Part[]).map((name) => [name, readPart(name)]),
  ) as ReadShelf;
  // References into a file that could not be read would only repeat its problems.
  if (problems.length === 0)
    problems.push(...findInconsistencies(read), ...differentSentences(read.zh, read.en));
  if (problems.length > 0) throw new KnowledgeError(problems);
  return read;
}

function yamlFilesIn(folder: string, part: string): string[] {
  if (!existsSync(join(folder, part))) return [];
  return readdirSync(join(folder, part), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".yaml"))
    .map((name) => `${part}/${name}`);
}
