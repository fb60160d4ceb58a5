import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Settings } from "./config.ts";
import { changingCore } from "./conversation/changing-core.ts";
import { createCore } from "./conversation/core.ts";
import { askOutput, oneTurn } from "./conversation/one-turn.ts";
import type { AskOutput } from "./conversation/record.ts";
import { replayTurn, type Replay } from "./conversation/replay.ts";
import { diagnose, type Finding } from "./diagnosis.ts";
import { openDesk, type KnowledgeDesk } from "./editing.ts";
import { openSpine } from "./conversation/spine.ts";
import type { Channel } from "./domain/channel.ts";
import type { InboundMessage, OutboundMessage, Reply } from "./domain/message.ts";
import { openEditions } from "./knowledge/editions/editions.ts";
import { currentOf } from "./knowledge/editions/publish.ts";
import { demandSentences } from "./knowledge/editions/sentences.ts";
import { pointerText, watchCurrent } from "./knowledge/editions/watch.ts";
import { keepShelf, keptShelf } from "./knowledge/kept-shelf.ts";
import { knowledgeOf } from "./knowledge/load.ts";
import { readShelfFiles, type ShelfFiles } from "./knowledge/shelf.ts";
import type { Circumstances, Reason } from "./search/catalogue-document.ts";
import { importLaws, type ImportedFile } from "./library/import-laws.ts";
import { openLawLibrary, type LawLibrary } from "./library/law-library.ts";
import { CALIBRATION } from "./search/calibration.ts";
import { createLog, quietly, type Log } from "./log.ts";
import { backUp } from "./store/backup.ts";
import { openStore, type Store } from "./store/open.ts";
import { restore } from "./store/restore.ts";
import { turnInputs } from "./store/turn-inputs.ts";

export { readSettings, SettingsError, takeEnvironmentFile, type Settings } from "./config.ts";
export { AskOutput } from "./conversation/record.ts";
export type { Channel } from "./domain/channel.ts";
export type {
  Block,
  InboundMessage,
  OutboundMessage,
  Reply,
  ShownCitation,
} from "./domain/message.ts";
export { isReadable as isLawFile } from "./knowledge/law-text/read-file.ts";
export type { ImportedFile } from "./library/import-laws.ts";
export { plainText } from "./domain/plain-text.ts";
export { shelfIn, testedIds, type Difference, type KnowledgeDesk, type Plays } from "./editing.ts";
export { exportShelf } from "./knowledge/editing/export.ts";
export { loadKnowledge } from "./knowledge/load.ts";
export { describe as describeProblem, KnowledgeError } from "./knowledge/problem.ts";

/** The shelf that ships with OneDoor. */
export const KNOWLEDGE_FOLDER = fileURLToPath(new URL("../knowledge", import.meta.url));

/** One line of a conversation as the visitor saw it, in order. */
export type HistoryEntry =
  | { from: "visitor"; seq: number; id: string; text: string; at: string }
  | { from: "onedoor"; seq: number; message: OutboundMessage };

/** What the running system can say of itself. */
export type Health = {
  state: "ready" | "database-away" | "disk-full" | "stopping";
  /** Content hash of the knowledge being used. */
  knowledge: string;
  /** What to do when the state is not ready, in one sentence. */
  remedy: string | null;
};

/** What a channel may use of the core. */
export type OneDoor = {
  /**
   * Store one message and queue its turn. Resolves only when the message is stored.
   * @throws when it could not be stored (the sender must try again); the message names the remedy
   */
  receive(
    message: InboundMessage,
  ): Promise<{ conversationId: string; seq: number; duplicate: boolean }>;
  /** What both sides said, oldest first; `after` is the last outbound seq already seen. */
  history(channel: string, conversation: string, after?: number): Promise<HistoryEntry[]>;
  /** Be told of every reply of one conversation from now on. @returns stop listening */
  subscribe(
    channel: string,
    conversation: string,
    listener: (message: OutboundMessage) => void,
  ): () => void;
  health(): Health;
};

/** OneDoor opened in this process. */
export type OpenOneDoor = OneDoor & {
  log: Log;
  /** Begin to take turns, and to deliver through these channels beside the local ones. Call it once. */
  serve(channels: readonly Pick<Channel, "name" | "send">[]): Promise<void>;
  /** Send one message and wait for its reply. */
  turn(message: InboundMessage): Promise<{ reply: Reply }>;
  /** Send one message and wait for the whole record of its turn. */
  ask(message: InboundMessage): Promise<AskOutput>;
  /** Finish what has begun; the rest waits in the database. */
  close(): Promise<void>;
};

/** Channels without a platform: whoever asks waits for the answer itself. */
const LOCAL = ["program", "terminal"].map((name) => ({ name, send: async () => {} }));

/**
 * Assemble and open OneDoor.
 * @param settings from readSettings
 * @throws KnowledgeError, or an error with one sentence on why the database cannot be used
 */
export async function openOneDoor(settings: Settings): Promise<OpenOneDoor> {
  const log = createLog(settings.LOG_LEVEL);
  const cacheDirectory = join(settings.dataDir, "cache");
  const openCore = () => {
    const shelf = currentShelf(settings);
    keepShelf(keptIn(settings), shelf);
    return createCore(knowledgeOf(shelf, { cacheDirectory }), {
      cacheDirectory,
      lawsDirectory: lawsIn(settings),
    });
  };
  const opened = pointerText(settings.dataDir);
  const core = changingCore(openCore());
  const store = await openStore({ databaseUrl: settings.DATABASE_URL, dataDir: settings.dataDir });
  const report = quietly((error, times) => log.warn({ err: error, times }, "tried again later"));
  const spine = await openSpine({
    database: store.database,
    zone: settings.ZONE,
    apologise: core.apologise,
    report,
    onDeadLetter: ({ id, channel }, error) =>
      log.error(
        { err: error, outbound: id, channel },
        "a reply could not be delivered and is given up",
      ),
  });
  const stopWatching = watchCurrent(
    settings.dataDir,
    opened,
    () => {
      core.become(openCore());
      log.info(
        { knowledge: core.tools.knowledge.hash },
        "another edition of the knowledge answers",
      );
    },
    report,
  );
  let stopping = false;

  return {
    log,
    receive: spine.receive,
    subscribe: (channel, conversation, listener) =>
      spine.listen({ channel, conversation }, listener),
    history: (channel, conversation, after) => spine.history({ channel, conversation }, after),
    turn: (message) => oneTurn(spine, store.database, message),
    ask: async (message) => askOutput(message, await oneTurn(spine, store.database, message)),
    serve: (channels) => spine.work(core.take, [...LOCAL, ...channels]),
    health() {
      const { availability } = store.database;
      return {
        state: stopping ? "stopping" : availability.state(),
        knowledge: core.tools.knowledge.hash,
        remedy: availability.remedy(),
      };
    },
    async close() {
      stopping = true;
      stopWatching();
      await spine.stop();
      await store.close();
    },
  };
}

/**
 * What answers: the published edition that is current, else the shelf that ships with OneDoor.
 * @throws when the edition that is named is missing or damaged
 */
function currentShelf(settings: Settings): ShelfFiles {
  const { folder, edition } = currentOf(openEditions(settings.dataDir), KNOWLEDGE_FOLDER);
  const shelf = readShelfFiles(folder);
  if (edition !== null) demandSentences(shelf, readShelfFiles(KNOWLEDGE_FOLDER));
  return shelf;
}

/** Everything an editor can do with the shelf: import, compare, lint, publish, go back. */
export function openKnowledgeDesk(settings: Settings): KnowledgeDesk {
  return openDesk(settings, KNOWLEDGE_FOLDER);
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
const keptIn = (settings: Settings) => join(settings.dataDir, "knowledge", "kept");

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
const lawsIn = (settings: Settings) => join(settings.dataDir, "laws");

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
