import type { Channel } from "../domain/channel.ts";
import type { Language } from "../domain/language.ts";
import type { OutboundMessage, Reply } from "../domain/message.ts";
import type { Fetcher } from "../queue/fetcher.ts";
import { startInbox } from "../queue/inbox.ts";
import { startOutbox } from "../queue/outbox.ts";
import { openQueue, type Queue } from "../queue/queue.ts";
import { startSweep, type Sweep } from "../queue/sweep.ts";
import { openClaims } from "../store/claims.ts";
import type { Address } from "../store/conversations.ts";
import type { Database } from "../store/database.ts";
import { history, type Line } from "../store/history.ts";
import { conversationsWaiting } from "../store/inbound.ts";
import { openNotifications, type Notifications } from "../store/notifications.ts";
import { conversationsUndelivered } from "../store/outbound.ts";
import { deliveryWanted } from "./announce.ts";
import { delivering } from "./deliver.ts";
import { drainConversation, type Take } from "./drain.ts";
import { listenTo } from "./listen.ts";
import { receiving, TURNS_WANTED, type Receive } from "./receive.ts";

/** The durable way of a message: in, answered once, out. */
export type Spine = {
  receive: Receive;
  /** What both sides said at one address; only what came after a seq, if one is given. */
  history(address: Address, after?: number): Promise<Line[]>;
  /** Be told of every reply at one address from now on. @returns stop listening */
  listen(address: Address, listener: (message: OutboundMessage) => void): () => void;
  /** Take turns and deliver through these channels; until then messages are only stored. */
  work(take: Take, channels: Pick<Channel, "name" | "send">[]): Promise<void>;
  /** Finish what has begun; the rest waits in the database. */
  stop(): Promise<void>;
};

export type SpineSettings = {
  /** Open and migrated. */
  database: Database;
  zone: string;
  /** Kind words for a turn that failed, with the number under which it is recorded. */
  apologise(lang: Language, reference: string): Reply;
  /** Milliseconds after which a turn counts as failed; a minute by default. */
  patience?: number;
  /** Told of everything that went wrong and is being tried again. */
  report(error: unknown): void;
  /** Told when a reply could not be delivered and never will be. */
  onDeadLetter?(message: OutboundMessage, error: unknown): void;
};

export async function openSpine(settings: SpineSettings): Promise<Spine> {
  const { database, zone, report } = settings;
  const notifications = await openNotifications(database);
  const queue = await openQueue(database, report);
  const tools = { ...settings, notifications, queue };
  let workers: Workers | null = null;

  return {
    receive: receiving(tools),
    history: (address, after) => history(database, zone, address, after),
    listen: (address, listener) => listenTo(tools, address, listener),
    async work(take, channels) {
      workers = await startWorkers(tools, take, channels);
    },
    async stop() {
      await workers?.stop();
      await notifications.close();
      await queue.stop();
    },
  };
}

type Workers = { stop(): Promise<void> };
type WorkerTools = SpineSettings & { notifications: Notifications; queue: Queue };

async function startWorkers(
  tools: WorkerTools,
  take: Take,
  channels: Pick<Channel, "name" | "send">[],
): Promise<Workers> {
  const { queue, report, database, notifications } = tools;
  for (const { name } of channels) await queue.ensureOutbox(name);
  const claims = openClaims(database);
  const byName = new Map(channels.map((channel) => [channel.name, channel]));
  const deliver = delivering({
    ...tools,
    claims,
    channel: (name) => byName.get(name),
    onDeadLetter: tools.onDeadLetter ?? report,
  });
  const inbox = startInbox({
    queue,
    report,
    work: (id) => drainConversation(tools, id, take).then(() => {}),
  });
  const outboxes = new Map(
    channels.map(({ name }) => [name, startOutbox(name, { queue, report, work: deliver })]),
  );
  const sweep = startSweep({
    report,
    look: (olderThan) => findLost(database, inbox, outboxes, olderThan),
  });
  const stopHearing = hearNews(notifications, database, inbox, outboxes, sweep);
  return {
    async stop() {
      for (const stop of stopHearing) stop();
      await sweep.stop();
      await inbox.stop();
      await Promise.all([...outboxes.values()].map((outbox) => outbox.stop()));
      await claims.close();
    },
  };
}

/** A sweep takes on at most so many conversations before it looks again. */
const MOST_AT_ONCE = 100;

async function findLost(
  database: Database,
  inbox: Fetcher,
  outboxes: Map<string, Fetcher>,
  olderThan: number,
): Promise<boolean> {
  const [waiting, undelivered] = await Promise.all([
    conversationsWaiting(database, olderThan, MOST_AT_ONCE),
    conversationsUndelivered(database, [...outboxes.keys()], olderThan, MOST_AT_ONCE),
  ]);
  const byChannel = Map.groupBy(undelivered, ({ channel }) => channel);
  await Promise.all([
    inbox.drive(waiting),
    ...[...byChannel].map(([channel, group]) =>
      outboxes.get(channel)?.drive(group.map(({ id }) => id)),
    ),
  ]);
  return waiting.length === MOST_AT_ONCE || undelivered.length === MOST_AT_ONCE;
}

function hearNews(
  notifications: Notifications,
  database: Database,
  inbox: Fetcher,
  outboxes: Map<string, Fetcher>,
  sweep: Sweep,
): (() => void)[] {
  return [
    notifications.on(TURNS_WANTED, inbox.wake),
    ...[...outboxes].map(([channel, outbox]) =>
      notifications.on(deliveryWanted(channel), outbox.wake),
    ),
    notifications.onGap(sweep.everything),
    database.availability.onReady(sweep.everything),
  ];
}
