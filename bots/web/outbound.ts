import type { HistoryEntry, OutboundMessage } from "../../src/index.ts";
import type { Entry } from "./schema.ts";

/**
 * @param entry one line of the core's history
 * @returns the line as the page draws it, without the names the core uses for itself
 */
export function toEntry(entry: HistoryEntry): Entry {
  if (entry.from === "onedoor") return replyEntry(entry.message);
  const { from, seq, id, text, at } = entry;
  return { from, seq, id, text, at };
}

/**
 * @param message a reply of the core
 * @returns the reply as the page draws it
 */
export function replyEntry(message: OutboundMessage): Entry {
  const { id, seq, inReplyTo, reply, sentAt } = message;
  return { from: "onedoor", seq, id, inReplyTo, at: sentAt, ...reply };
}
