import { rm } from "node:fs/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import type { Take } from "../../src/conversation/drain.ts";
import { openSpine, type Spine } from "../../src/conversation/spine.ts";
import type { OutboundMessage } from "../../src/domain/message.ts";
import { openStore, type Store } from "../../src/store/open.ts";
import { readQuestions } from "../evaluation/question-set.ts";
import { take as echo } from "../faults/echo-take.ts";
import { temporaryDirectory } from "../support/temporary.ts";
import { theCore } from "../support/visit.ts";
import type { Row } from "./run.ts";
import { ms, quantile } from "./times.ts";

const VISITORS = 64;
const SECONDS = Number(process.env.ONEDOOR_BENCH_SECONDS ?? 20);
const MEGABYTE = 1_000_000;

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

/**
 * Turns that survive a power cut, one process, the disk waited for: stored, queued, taken, committed,
 * delivered. Each visitor sends the next message when the last is answered. Measured with the real core,
 * and with one that only echoes: what is left is the price of durability.
 */
export async function benchDurable(): Promise<Row[]> {
  const real = await measure(theCore().take);
  const spineOnly = await measure(echo);
  return [
    ...rows(real),
    { what: "durable turns/s, a core that only echoes", figure: spineOnly.rate.toFixed(0) },
  ];
}

type Measured = { rate: number; turns: Turn[]; warmed: number; slope: number };

/** Memory is read after a collection at the half and at the end: the slope shows a leak, not the warming up. */
async function measure(take: Take): Promise<Measured> {
  const dataDir = await temporaryDirectory("durable");
  const store = await openStore({ dataDir });
  try {
    await demandDurability(store);
    const platform = createPlatform();
    const { apologise } = theCore();
    const spine = await openSpine({
      database: store.database,
      zone: "bench",
      apologise,
      report: console.error,
    });
    await spine.work(take, [platform]);
    await talk(spine, platform, 2);
    const before = memory();
    const first = await talk(spine, platform, SECONDS / 2);
    const half = memory();
    const second = await talk(spine, platform, SECONDS / 2);
    const slope = ((memory() - half) / (SECONDS / 2)) * 60;
    await spine.stop();
    const turns = [...first.turns, ...second.turns];
    return {
      rate: turns.length / (first.seconds + second.seconds),
      turns,
      warmed: half - before,
      slope,
    };
  } finally {
    await store.close();
    await rm(dataDir, { recursive: true, force: true });
  }
}

type Turn = { stored: number; answered: number };
type Platform = {
  name: string;
  send(message: OutboundMessage): Promise<void>;
  answerTo(id: string): Promise<void>;
};

/** A platform that takes every reply at once and knows who waits for it. */
function createPlatform(): Platform {
  const waiting = new Map<string, () => void>();
  return {
    name: "bench",
    async send({ inReplyTo }) {
      for (const id of inReplyTo) {
        waiting.get(id)?.();
        waiting.delete(id);
      }
    },
    answerTo: (id) => new Promise((resolve) => waiting.set(id, resolve)),
  };
}

let said = 0;

async function talk(
  spine: Spine,
  platform: Platform,
  seconds: number,
): Promise<{ turns: Turn[]; seconds: number }> {
  const texts = readQuestions().map((question) => question.turns[0]!);
  const turns: Turn[] = [];
  const began = performance.now();
  const visitor = async (n: number): Promise<void> => {
    // A new conversation every ten messages, as in life.
    for (let m = 0; performance.now() - began < seconds * 1_000; m++)
      turns.push(
        await oneTurn(
          spine,
          platform,
          `${began}-${n}-${Math.floor(m / 10)}`,
          texts[(n + m) % texts.length]!,
        ),
      );
  };
  await Promise.all(Array.from({ length: VISITORS }, (_, n) => visitor(n)));
  return { turns, seconds: (performance.now() - began) / 1_000 };
}

async function oneTurn(
  spine: Spine,
  platform: Platform,
  conversation: string,
  text: string,
): Promise<Turn> {
  const externalId = `m${said++}`;
  const answered = platform.answerTo(externalId);
  const began = performance.now();
  await spine.receive({
    channel: "bench",
    conversation,
    externalId,
    text,
    as: "enterprise",
    at: new Date().toISOString(),
  });
  const stored = performance.now() - began;
  await answered;
  return { stored, answered: performance.now() - began };
}

/** The figures mean nothing when the disk is not waited for. */
async function demandDurability({ database }: Store): Promise<void> {
  const [row] = await database.query(
    "SELECT current_setting('fsync') AS fsync, current_setting('synchronous_commit') AS waits",
    [],
  );
  if (row?.fsync !== "on" || row.waits !== "on")
    throw new Error("the bench needs fsync and synchronous_commit on");
}

/** Megabytes that are really held: after a collection. */
function memory(): number {
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / MEGABYTE;
}

function rows({ rate, turns, warmed, slope }: Measured): Row[] {
  const stored = turns.map((turn) => turn.stored);
  const answered = turns.map((turn) => turn.answered);
  return [
    {
      what: `durable turns/s, ${VISITORS} visitors`,
      figure: rate.toFixed(0),
      goal: "≥ 300",
      reached: rate >= 300,
    },
    { what: "stored and acknowledged p50", figure: ms(quantile(stored, 0.5)) },
    { what: "stored and acknowledged p95", figure: ms(quantile(stored, 0.95)) },
    { what: "answered p50", figure: ms(quantile(answered, 0.5)) },
    { what: "answered p95", figure: ms(quantile(answered, 0.95)) },
    { what: "memory held, first half", figure: `${warmed.toFixed(1)} MB` },
    { what: "memory slope, second half", figure: `${slope.toFixed(1)} MB/min` },
  ];
}
