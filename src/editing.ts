import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Settings } from "./config.ts";
import { createCore, type Core } from "./conversation/core.ts";
import { compareAnswers, type ChangedAnswer, type Visit } from "./conversation/rehearse.ts";
import { questionsAbout } from "./knowledge/diff/questions.ts";
import { recordChanges, type RecordChange } from "./knowledge/diff/records.ts";
import { prepareImport, type Import } from "./knowledge/editing/import.ts";
import {
  draftFolder,
  dropDraftLike,
  workingFolder,
  writeShelf,
} from "./knowledge/editions/draft.ts";
import { openEditions } from "./knowledge/editions/editions.ts";
import type { Manifest, Pointer } from "./knowledge/editions/manifest.ts";
import {
  approve,
  currentOf,
  propose,
  rollBack,
  type Current,
} from "./knowledge/editions/publish.ts";
import { demandSentences } from "./knowledge/editions/sentences.ts";
import { coverageOf, type Coverage } from "./knowledge/lint/coverage.ts";
import type { Finding } from "./knowledge/lint/finding.ts";
import { lint } from "./knowledge/lint/lint.ts";
import { knowledgeOf } from "./knowledge/load.ts";
import { checkFiles, readShelfFiles, type ShelfFiles } from "./knowledge/shelf.ts";
import { normalise } from "./search/normalise.ts";

/** What an editor can do with the shelf. Folders that are not named: the draft, else what answers now. */
export type KnowledgeDesk = {
  current(): Current;
  /** The draft if there is one, else what answers now. */
  working(): string;
  /** Where an import without a folder goes. */
  draft(): string;
  lint(folder: string, day: string): Finding[];
  coverage(folder: string, tested: ReadonlySet<string> | null): Coverage;
  diff(before: string, after: string, plays: Plays): Promise<Difference>;
  /** Read changed sheets; `write` puts them into the folder. @throws ImportError */
  prepare(source: string, folder: string | undefined): Promise<Prepared>;
  propose(folder: string, day: string, by: string, note: string): Manifest;
  approve(beginning: string, by: string): Manifest;
  /** @returns the edition that is current now; null: the shipped shelf */
  rollBack(to: string | undefined, by: string): string | null;
  /** The folder of the edition whose hash begins so. */
  editionFolder(beginning: string): string;
  editions(): { pointer: Pointer | null; all: Manifest[] };
};

/** What is played against both shelves: golden conversations, and every question that may be concerned. */
export type Plays = { visits: readonly Visit[]; at: string };

export type Difference = {
  before: string;
  after: string;
  records: RecordChange[];
  answers: ChangedAnswer[];
  /** How many lines were played. */
  played: number;
};

export type Prepared = Import & {
  folder: string;
  /** Play both shelves before anything is written. */
  difference(plays: Plays): Promise<Difference>;
  write(): void;
};

/** @param shipped the folder that ships with OneDoor */
export function openDesk(settings: Settings, shipped: string): KnowledgeDesk {
  const { dataDir } = settings;
  const cacheDirectory = join(dataDir, "cache");
  const editions = openEditions(dataDir);
  const current = () => currentOf(editions, shipped);
  const now = () => new Date().toISOString();
  const coreOf = (files: ShelfFiles) =>
    createCore(knowledgeOf(files, { cacheDirectory }), { cacheDirectory });
  const lintOf = (files: ShelfFiles, day: string) => lintShelf(files, day, coreOf(files));

  return {
    current,
    working: () => workingFolder(dataDir, current().folder),
    draft: () => draftFolder(dataDir),
    lint: (folder, day) => lintOf(shelfIn(folder), day),
    coverage: (folder, tested) => coverageOf(checkFiles(shelfIn(folder)), tested),
    diff: (before, after, plays) => difference(coreOf, shelfIn(before), shelfIn(after), plays),
    async prepare(source, folder) {
      const target = folder ?? draftFolder(dataDir);
      const from = shelfIn(folder ?? workingFolder(dataDir, current().folder));
      const prepared = await prepareImport(source, from);
      return {
        ...prepared,
        folder: target,
        difference: (plays) => difference(coreOf, from, prepared.shelf, plays),
        write: () => writeShelf(target, prepared.files, from),
      };
    },
    propose(folder, day, by, note) {
      const files = shelfIn(folder);
      demandSentences(files, shelfIn(shipped));
      const errors = lintOf(files, day).filter(({ severity }) => severity === "error");
      if (errors.length > 0)
        throw new Error(
          `${errors.map(({ file, line, message }) => `${file}:${line} ${message}`).join("\n")}\n${errors.length} lint error(s): mend them first`,
        );
      return propose(editions, current(), files, { by, note, at: now() });
    },
    approve(beginning, by) {
      // Whoever runs already finds the checked shelf and its index in the cache, and swaps at once.
      const ready = (folder: string) => {
        demandSentences(shelfIn(folder), shelfIn(shipped));
        coreOf(shelfIn(folder));
      };
      const manifest = approve(editions, current(), beginning, { by, at: now(), ready });
      dropDraftLike(dataDir, manifest.edition);
      return manifest;
    },
    rollBack: (to, by) => rollBack(editions, to, { by, at: now() }),
    editionFolder: (beginning) => editions.folderOf(editions.find(beginning).edition),
    editions: () => ({ pointer: editions.pointer(), all: editions.all() }),
  };
}

/** @throws when the folder holds no knowledge: a slip of the hand would look like an empty shelf */
export function shelfIn(folder: string): ShelfFiles {
  const shelf = readShelfFiles(folder);
  if (shelf.files.size > 0) return shelf;
  throw new Error(`${folder} holds no knowledge: name a folder like knowledge/, or leave it out`);
}

function lintShelf(files: ShelfFiles, day: string, { tools }: Core): Finding[] {
  const at = `${day}T12:00:00+08:00`;
  return lint({
    shelf: checkFiles(files),
    day,
    normalise,
    firstFound: (text) => tools.search.find(text, { at, limit: 1 })[0]?.group ?? null,
  });
}

async function difference(
  coreOf: (files: ShelfFiles) => Core,
  before: ShelfFiles,
  after: ShelfFiles,
  { visits, at }: Plays,
): Promise<Difference> {
  const same = { before: before.hash, after: after.hash, records: [], answers: [], played: 0 };
  if (before.hash === after.hash) return same;
  const records = recordChanges(before.files, after.files);
  const questions = questionsAbout(records, before.files, after.files);
  const asked: Visit[] = questions.map(({ line, as }) => ({ as, at, lines: [line] }));
  const all = [...visits, ...asked];
  const answers = await compareAnswers(coreOf(before), coreOf(after), all);
  const played = all.reduce((sum, { lines }) => sum + lines.length, 0);
  return { ...same, records, answers, played };
}

/** Ids that questions with a known right answer name: the evaluation's gold, and the conversations' best items. */
export function testedIds(folders: readonly string[]): Set<string> {
  const texts = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => /\.(?:jsonl|md)$/.test(name))
      .map((name) => readFileSync(join(folder, name), "utf8")),
  );
  return new Set(
    texts.flatMap((text) => [
      ...[...text.matchAll(/"gold": ?\[([^\]]*)\]/g)].flatMap(
        ([, ids]) => ids!.match(/[a-z0-9.-]+/g) ?? [],
      ),
      ...[...text.matchAll(/^\|(?:[^|\n]*\|){4} *([a-z0-9.-]+) *\|$/gm)].map(([, id]) => id!),
    ]),
  );
}
