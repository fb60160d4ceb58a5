import type { SSEStreamingApi } from "hono/streaming";
import type { HistoryEntry, OneDoor } from "../../src/index.ts";
import { CHANNEL } from "./inbound.ts";
import { toEntry } from "./outbound.ts";
import type { CompleteWebSettings } from "./settings.ts";
import type { OpenStreams } from "./streams.ts";

/** Everything one event stream needs to know. */
export type LiveStream = {
  oneDoor: OneDoor;
  streams: OpenStreams;
  settings: Pick<CompleteWebSettings, "heartbeat" | "report">;
  conversation: string;
  /** Last seq the page has drawn. */
  after: number;
  /** History after `after`, read before the stream was promised. */
  first: HistoryEntry[];
};

/** How far one stream has come; `after` counts replies only, so visitors' lines are known by id. */
type Progress = { last: number; sent: Set<string> };

/**
 * Keep one tab up to date until it goes away. The stream is the history and nothing else:
 * a ring or a heartbeat only makes it read on. So a reply is sent in order and is not lost,
 * whichever process made it and whatever notice went missing.
 */
export async function keepUpToDate(sse: SSEStreamingApi, live: LiveStream): Promise<void> {
  const { oneDoor, streams, conversation, settings } = live;
  const { bell, remove } = streams.add(conversation);
  const silence = oneDoor.subscribe(CHANNEL, conversation, () => bell.ring());
  const progress: Progress = { last: live.after, sent: new Set() };
  sse.onAbort(() => bell.ring());
  try {
    await beat(sse, live);
    await writeEntries(sse, live.first, progress);
    bell.ring(); // what was said between the first reading and the subscription
    while (!sse.aborted && !streams.ended) {
      const news = await bell.wait(settings.heartbeat);
      if (sse.aborted || streams.ended) break;
      if (!news) await beat(sse, live);
      await writeEntries(sse, await readOn(live, progress.last), progress);
      for (const id of bell.accepted())
        await sse.writeSSE({ event: "working", data: JSON.stringify({ id }) });
    }
  } finally {
    silence();
    remove();
  }
}

/** A sign of life; it also tells the page which conversation this is and whether answers can be expected. */
async function beat(sse: SSEStreamingApi, { oneDoor, conversation }: LiveStream): Promise<void> {
  const { state } = oneDoor.health();
  await sse.writeSSE({
    event: "heartbeat",
    data: JSON.stringify({ conversation, state }),
    retry: 2_000,
  });
}

async function writeEntries(
  sse: SSEStreamingApi,
  entries: HistoryEntry[],
  progress: Progress,
): Promise<void> {
  for (const entry of entries.map(toEntry)) {
    const key = `${entry.from} ${entry.id}`;
    if (progress.sent.has(key)) continue;
    progress.sent.add(key);
    const reply = entry.from === "onedoor";
    if (reply) progress.last = Math.max(progress.last, entry.seq);
    await sse.writeSSE({
      event: "entry",
      data: JSON.stringify(entry),
      ...(reply && { id: String(entry.seq) }),
    });
  }
}

/** A database that is away is waited for: the page keeps its stream and the next heartbeat tries again. */
async function readOn(live: LiveStream, last: number): Promise<HistoryEntry[]> {
  try {
    return await live.oneDoor.history(CHANNEL, live.conversation, last);
  } catch (error) {
    live.settings.report("web: the history could not be read for an open page", error);
    return [];
  }
}
