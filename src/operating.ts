import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Settings } from "./config.ts";
import { createCore } from "./conversation/core.ts";
import { replayTurn, type Replay } from "./conversation/replay.ts";
import { diagnose, type Finding } from "./diagnosis.ts";
import { openEditions } from "./knowledge/editions/editions.ts";
import { currentOf } from "./knowledge/editions/publish.ts";
import { demandSentences } from "./knowledge/editions/sentences.ts";
import { keptShelf } from "./knowledge/kept-shelf.ts";
import { knowledgeOf } from "./knowledge/load.ts";
import { readShelfFiles, type ShelfFiles } from "./knowledge/shelf.ts";
import { importLaws, type ImportedFile } from "./library/import-laws.ts";
import { openLawLibrary, type LawLibrary } from "./library/law-library.ts";
import { CALIBRATION } from "./search/calibration.ts";
import type { Circumstances, Reason } from "./search/catalogue-document.ts";
import { backUp } from "./store/backup.ts";
import { openStore, type Store } from "./store/open.ts";
import { restore } from "./store/restore.ts";
import { turnInputs } from "./store/turn-inputs.ts";

/* What the command line does beside asking: look, replay, import, migrate, back up. */

/** The shelf that ships with OneDoor. */
export const KNOWLEDGE_FOLDER = fileURLToPath(new URL("../knowledge", import.meta.url));

/**
 * What answers: the published edition that is current, else the shelf that ships with OneDoor.
 * @throws when the edition that is named is missing or damaged
 */
export function currentShelf(settings: Settings): ShelfFiles {
  const { folder, edition } = currentOf(openEditions(settings.dataDir), KNOWLEDGE_FOLDER);
  const shelf = readShelfFiles(folder);
  if (edition !== null) demandSentences(shelf, readShelfFiles(KNOWLEDGE_FOLDER));
  return shelf;
}

/** A hit as `onedoor search` shows it. */
export type NamedHit = {
  id: string;
  name: string;
  score: number;
  confidence: number;
  why: Reason[];
};

/**
 * What the search finds for some words, and from which confidence on a subject would be claimed.
 * @throws KnowledgeError
 */
export function searchCatalogue(
  settings: Settings,
  text: string,
  circumstances: Circumstances,
): { floor: number; hits: NamedHit[] } {
  const cacheDirectory = join(settings.dataDir, "cache");
  const { tools } = createCore(knowledgeOf(currentShelf(settings), { cacheDirectory }), {
    cacheDirectory,
  });
  const { catalogue, outside } = tools.knowledge;
  const nameOf = (id: string) =>
    (catalogue.handlingItems.get(id) ??
      catalogue.items.get(id) ??
      outside.get(id) ??
      tools.knowledge.rules.get(id))!.name.zh;
  const hits = tools.search
    .find(text, circumstances)
    .map((hit) => ({ ...hit, name: nameOf(hit.id) }));
  return { floor: CALIBRATION.floor, hits };
}

/** Where the shelves are kept from which answers were given. */
export const keptIn = (settings: Settings) => join(settings.dataDir, "knowledge", "kept");

/**
 * Make a stored answer again from the inputs, knowledge and rules it rested on.
 * @param id of the answer, as `onedoor ask --json` names it, or of the message in which it was said
 * @throws an error with one sentence on why it cannot be made again
 */
export function replayAnswer(settings: Settings, id: string): Promise<Replay> {
  return withStore(settings, async ({ database }) => {
    const inputs = await turnInputs(database, id);
    if (!inputs) throw new Error(`There is no answer ${id} in this database.`);
    const current = currentShelf(settings);
    const shelf =
      current.hash === inputs.knowledge ? current : keptShelf(keptIn(settings), inputs.knowledge);
    if (!shelf)
      throw new Error(
        `The knowledge ${inputs.knowledge.slice(0, 12)} of that answer is not kept in ${keptIn(settings)}.`,
      );
    const cacheDirectory = join(settings.dataDir, "cache");
    const heardAt = new Date(inputs.messages[0]?.receivedAt ?? Date.now());
    const core = createCore(knowledgeOf(shelf, { cacheDirectory }), {
      cacheDirectory,
      lawsDirectory: lawsIn(settings),
      now: () => heardAt,
    });
    return replayTurn(core, inputs);
  });
}

/** Where the zone's own copies of laws are kept. */
export const lawsIn = (settings: Settings) => join(settings.dataDir, "laws");

/**
 * Take files of laws into the zone's library, each whole or not at all.
 * @param tell is told of every file as it is done
 * @returns how many laws and articles the library holds afterwards
 * @throws an error with one sentence on why nothing could be imported
 */
export function importLawFiles(
  settings: Settings,
  files: readonly string[],
  tell: (file: ImportedFile) => void,
): Promise<{ laws: number; articles: number }> {
  return importLaws(lawsIn(settings), files, tell);
}

/** The laws that were imported; what is asked of them is read when it is asked. */
export function lawLibrary(settings: Settings): LawLibrary {
  return openLawLibrary(lawsIn(settings));
}

/** Everything `onedoor doctor` looks at. */
export function diagnoseAll(settings: Settings): Promise<Finding[]> {
  return diagnose(settings, () => currentShelf(settings));
}

/** Bring the database to this version. @returns names of the migrations applied now */
export function migrateDatabase(settings: Settings): Promise<string[]> {
  return withStore(settings, async ({ migrated }) => migrated);
}

/** Rows of each table, by its name. */
export type RowCounts = Record<string, number>;

/** Write everything that cannot be derived into one file. */
export function backupTo(settings: Settings, file: string): Promise<RowCounts> {
  return withStore(settings, async ({ database }) => (await backUp(database, file)).rows);
}

/**
 * Read a backup, all or nothing.
 * @param replace delete what the database holds first; without it only an empty database is filled
 * @throws an error with one sentence on why nothing was done
 */
export function restoreFrom(
  settings: Settings,
  file: string,
  replace: boolean,
): Promise<RowCounts> {
  return withStore(settings, ({ database }) => restore(database, file, { replace }));
}

async function withStore<T>(settings: Settings, work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore({ databaseUrl: settings.DATABASE_URL, dataDir: settings.dataDir });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}
