import { join } from "node:path";
import type { Settings } from "./config.ts";
import { changingCore } from "./conversation/changing-core.ts";
import { createCore } from "./conversation/core.ts";
import { askOutput, oneTurn } from "./conversation/one-turn.ts";
import type { AskOutput } from "./conversation/record.ts";
import { openDesk, type KnowledgeDesk } from "./editing.ts";
import { openSpine } from "./conversation/spine.ts";
import type { Channel } from "./domain/channel.ts";
import type { InboundMessage, OutboundMessage, Reply } from "./domain/message.ts";
import { pointerText, watchCurrent } from "./knowledge/editions/watch.ts";
import { keepShelf } from "./knowledge/kept-shelf.ts";
import { knowledgeOf } from "./knowledge/load.ts";
import { currentShelf, KNOWLEDGE_FOLDER, keptIn, lawsIn } from "./operating.ts";
import { createLog, quietly, type Log } from "./log.ts";
import { openStore } from "./store/open.ts";

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
export {
  backupTo,
  diagnoseAll,
  importLawFiles,
  KNOWLEDGE_FOLDER,
  lawLibrary,
  migrateDatabase,
  replayAnswer,
  restoreFrom,
  searchCatalogue,
  type RowCounts,
} from "./operating.ts";
export { plainText } from "./domain/plain-text.ts";
export { shelfIn, testedIds, type Difference, type KnowledgeDesk, type Plays } from "./editing.ts";
export { exportShelf } from "./knowledge/editing/export.ts";
export { loadKnowledge } from "./knowledge/load.ts";
export { describe as describeProblem, KnowledgeError } from "./knowledge/problem.ts";

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

/** Everything an editor can do with the shelf: import, compare, lint, publish, go back. */
export function openKnowledgeDesk(settings: Settings): KnowledgeDesk {
  return openDesk(settings, KNOWLEDGE_FOLDER);
}
