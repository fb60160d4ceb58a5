import { existsSync, readFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { openDatabase } from "../../src/store/database.ts";
import { startServer } from "../../src/store/server.ts";
import { serverProcess } from "../../src/store/server-cluster.ts";
import { temporaryDirectory } from "../support/temporary.ts";
import { startMortal, type Mortal } from "./process.ts";
import { chance } from "./randomness.ts";

export type SoakSettings = {
  seed: number;
  processes: number;
  messages: number;
  conversations: number;
  /** Kills of OneDoor processes. */
  kills: number;
  /** Kills of the database server, among the others. */
  serverKills: number;
};

/** What a person would have seen. */
export type SoakResult = {
  /** External ids in the order in which each conversation's visitor said them. */
  said: Map<string, string[]>;
  /** For each message the ids of the different replies that answer it. */
  repliesTo: Map<string, Set<string>>;
  /** External ids in the order in which each conversation's platform got the answers. */
  answered: Map<string, string[]>;
  /** Different replies that reached the platform. */
  replies: number;
  /** Lines beyond the first for the same reply: a platform that knows its id shows it once. */
  repeatedDeliveries: number;
  turns: number;
  kills: number;
  serverKills: number;
  /** Milliseconds from the last start until that process was ready, and from then to the last answer. */
  readyAfter: number;
  healedAfter: number;
};

type Delivery = { id: string; conversation: string; seq: number; inReplyTo: string[] };

/** Lets people talk while processes die at random moments, waits for the last answer and says what was seen. */
export async function soak(settings: SoakSettings): Promise<SoakResult> {
  const directory = await temporaryDirectory("soak");
  const delivered = path.join(directory, "delivered.jsonl");
  const random = chance(settings.seed);
  const mortals = Array.from({ length: settings.processes }, () =>
    startMortal(directory, delivered),
  );
  try {
    const said = conversationsOf(settings);
    const progress = { kills: 0, serverKills: 0, talking: true };
    const [, lastReady] = await Promise.all([
      talk(said, settings, mortals, progress, random).finally(() => (progress.talking = false)),
      killAtRandom(directory, settings, mortals, progress, random),
    ]);
    await allAnswered(delivered, settings.messages);
    const healedAfter = Math.max(0, Date.now() - lastReady.at);
    // A second answer, if there were one, would come now.
    await pause(1_000);
    return {
      ...read(delivered),
      said,
      ...progress,
      readyAfter: lastReady.after,
      healedAfter,
      turns: await countTurns(directory),
    };
  } finally {
    for (const mortal of mortals) await mortal.end();
    const server = await startServer({ dataDir: directory });
    await server.stopIfAlone();
    await rm(directory, { recursive: true, force: true });
  }
}

/** What people say while processes die; sent in a row, some of it is answered together. */
const QUESTIONS = [
  "开公司要什么材料",
  "那多久",
  "食品经营许可证",
  "收费吗",
  "你好",
  "工地塔吊要登记吗",
  "What about a drain permit?",
];

function conversationsOf({ messages, conversations }: SoakSettings): Map<string, string[]> {
  const said = new Map<string, string[]>();
  for (let n = 0; n < messages; n++) {
    const name = `visitor-${n % conversations}`;
    said.set(name, [...(said.get(name) ?? []), `m-${n}`]);
  }
  return said;
}

/** Each visitor's platform hands over in order and tries again until it is told "stored". */
async function talk(
  said: Map<string, string[]>,
  { messages, kills }: SoakSettings,
  mortals: Mortal[],
  progress: { kills: number },
  random: () => number,
): Promise<void> {
  let handed = 0;
  // Messages keep pace with the kills, so that every kill meets work under way.
  const mayGo = () => handed < ((progress.kills + 1) / (kills + 1)) * messages;
  await Promise.all(
    [...said].map(async ([conversation, ids]) => {
      for (const externalId of ids) {
        while (!mayGo()) await pause(10);
        handed++;
        const message = {
          channel: "platform",
          conversation,
          externalId,
          text: QUESTIONS[handed % QUESTIONS.length]!,
          as: "citizen",
          at: new Date().toISOString(),
        } as const;
        const pick = () => mortals[Math.floor(random() * mortals.length)] as Mortal;
        while (!(await pick().hand(message))) await pause(20);
      }
    }),
  );
}

/** @returns when the last process was ready, and how long that took */
async function killAtRandom(
  directory: string,
  { kills, serverKills }: SoakSettings,
  mortals: Mortal[],
  progress: { kills: number; serverKills: number },
  random: () => number,
): Promise<{ at: number; after: number }> {
  const everySoMany = serverKills > 0 ? Math.floor(kills / serverKills) : Infinity;
  while (progress.kills < kills) {
    const mortal = mortals[Math.floor(random() * mortals.length)] as Mortal;
    // Now and then it dies before it is even ready.
    if (random() < 0.85) await mortal.ready();
    await pause(random() * 250);
    if (progress.serverKills < serverKills && (progress.kills + 1) % everySoMany === 0) {
      await killServer(directory);
      progress.serverKills++;
    }
    await mortal.kill();
    progress.kills++;
  }
  const after = await Promise.all(mortals.map((mortal) => mortal.ready()));
  return { at: Date.now(), after: Math.max(...after) };
}

async function killServer(directory: string): Promise<void> {
  for (;;) {
    const pid = serverProcess(path.join(directory, "database"));
    if (pid !== null) return void process.kill(pid, "SIGKILL");
    // It is dead already and being started again: wait for its next life.
    await pause(20);
  }
}

async function allAnswered(delivered: string, messages: number): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (read(delivered).repliesTo.size < messages && Date.now() < deadline) await pause(20);
}

function read(
  delivered: string,
): Pick<SoakResult, "repliesTo" | "answered" | "replies" | "repeatedDeliveries"> {
  const lines = existsSync(delivered)
    ? readFileSync(delivered, "utf8").split("\n").filter(Boolean)
    : [];
  const repliesTo = new Map<string, Set<string>>();
  const answered = new Map<string, string[]>();
  const seen = new Set<string>();
  for (const line of lines) {
    const { id, conversation, inReplyTo } = JSON.parse(line) as Delivery;
    if (seen.has(id)) continue;
    seen.add(id);
    for (const to of inReplyTo) repliesTo.set(to, (repliesTo.get(to) ?? new Set()).add(id));
    answered.set(conversation, [...(answered.get(conversation) ?? []), ...inReplyTo]);
  }
  return { repliesTo, answered, replies: seen.size, repeatedDeliveries: lines.length - seen.size };
}

async function countTurns(directory: string): Promise<number> {
  const server = await startServer({ dataDir: directory });
  const database = openDatabase({ url: server.url });
  try {
    const [row] = await database.query<{ turns: number }>(
      "SELECT count(*)::int AS turns FROM turn",
      [],
    );
    return row?.turns ?? 0;
  } finally {
    await database.close();
  }
}
