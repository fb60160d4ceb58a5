import type { InboundMessage, OutboundMessage } from "./domain/message.ts";

export type { Channel } from "./domain/channel.ts";
export type { Block, Choice, InboundMessage, OutboundMessage, Reply, ShownCitation } from "./domain/message.ts";

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

/** The front door: everything a channel may use of the core. */
export type OneDoor = {
  /**
   * Store one message and queue its turn. Resolves only when the message is stored.
   * @throws when it could not be stored (the sender must try again); the message names the remedy
   */
  receive(message: InboundMessage): Promise<{ conversationId: string; seq: number; duplicate: boolean }>;
  /** What both sides said, oldest first; `after` is the last outbound seq already seen. */
  history(channel: string, conversation: string, after?: number): Promise<HistoryEntry[]>;
  /** Be told of every reply of one conversation from now on. @returns stop listening */
  subscribe(channel: string, conversation: string, listener: (message: OutboundMessage) => void): () => void;
  health(): Health;
};

import { fileURLToPath } from "node:url";
export { loadKnowledge } from "./knowledge/load.ts";
export { KnowledgeError, describe as describeProblem } from "./knowledge/problem.ts";
export { readSettings, SettingsError, type Settings } from "./config.ts";

/** The shelf that ships with OneDoor. */
export const KNOWLEDGE_FOLDER = fileURLToPath(new URL("../knowledge", import.meta.url));
