import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import type pg from "pg";
import type { Database } from "./database.ts";
import { gather } from "./gather.ts";

/**
 * Tells every process that shares the database that something happened.
 *
 * News is a hint and never the only way: it is sent after the commit, because a NOTIFY inside a
 * transaction makes all commits of the server wait for each other. Whoever misses it is healed by
 * the sweep, and a listener that was cut off is told so by `onGap`.
 */
export type Notifications = {
  /** Tell all processes, this one at once. Never throws: losing a hint loses no message. */
  announce(topic: string, detail?: string): void;
  /** @returns stop listening */
  on(topic: string, listener: (detail: string) => void): () => void;
  /** Called whenever news may have been missed. @returns stop being told */
  onGap(listener: () => void): () => void;
  close(): Promise<void>;
};

const PG_CHANNEL = "onedoor";
/** PostgreSQL refuses a payload of 8,000 bytes; news is short. */
const LONGEST_PAYLOAD = 7_900;
/** Milliseconds between two attempts to listen again. */
const AGAIN_AFTER = 100;

export async function openNotifications(database: Database): Promise<Notifications> {
  const self = randomUUID().slice(0, 8);
  const listeners = new Map<string, Set<(detail: string) => void>>();
  const gapListeners = new Set<() => void>();
  let client: pg.Client | null = null;
  let closed = false;

  const publish = gather(async (payloads: string[]) => {
    const distinct = [...new Set(payloads)].filter(
      (payload) => Buffer.byteLength(payload) < LONGEST_PAYLOAD,
    );
    await database.query(`SELECT pg_notify('${PG_CHANNEL}', p) FROM unnest($1::text[]) AS p`, [
      distinct,
    ]);
    return payloads;
  }, 256);

  function tell(topic: string, detail: string): void {
    for (const listener of listeners.get(topic) ?? []) listener(detail);
  }

  async function listen(): Promise<void> {
    const fresh = await database.connect();
    fresh.on("notification", ({ payload = "" }) => {
      const [from, topic = "", ...detail] = payload.split(" ");
      if (from !== self) tell(topic, detail.join(" "));
    });
    await fresh.query(`LISTEN ${PG_CHANNEL}`).catch(async (error: unknown) => {
      await fresh.end().catch(() => {});
      throw error;
    });
    client = fresh;
    fresh.on("end", () => void listenAgain());
    for (const listener of gapListeners) listener();
  }

  /** Cut off: news may be missed until this has listened again. */
  async function listenAgain(): Promise<void> {
    for (client = null; client === null && !closed;) {
      await pause(AGAIN_AFTER, undefined, { ref: false });
      if (!closed) await listen().catch(() => {});
    }
  }

  await listen();

  return {
    announce(topic, detail = "") {
      tell(topic, detail);
      publish(`${self} ${topic} ${detail}`).catch(() => {});
    },
    on(topic, listener) {
      const group = listeners.get(topic) ?? new Set();
      listeners.set(topic, group.add(listener));
      return () => {
        group.delete(listener);
        if (group.size === 0 && listeners.get(topic) === group) listeners.delete(topic);
      };
    },
    onGap(listener) {
      gapListeners.add(listener);
      return () => gapListeners.delete(listener);
    },
    async close() {
      closed = true;
      await client?.end().catch(() => {});
    },
  };
}
