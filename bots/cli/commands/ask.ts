import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { Command, Option } from "commander";
import { z } from "zod";
import { type AskOutput, openOneDoor, type OpenOneDoor, readSettings } from "../../../src/index.ts";

/** One line of `onedoor ask --jsonl`. */
const Line = z.strictObject({
  conversation: z.string().min(1).max(120).default("1"),
  text: z.string(),
  as: z.enum(["citizen", "enterprise", "staff"]).default("enterprise"),
  at: z.iso.datetime({ offset: true }).optional(),
});
type Line = z.infer<typeof Line>;

/** A line that cannot be asked is answered too, in its place. */
type BadLine = { v: 1; line: number; error: string };

/** `onedoor ask`: one question, or many from standard input, through the real core. */
export function askCommand(): Command {
  return new Command("ask")
    .description("ask one question, or many as JSON lines on standard input")
    .argument("[text]", "the question in everyday words")
    .option("--json", "print the whole record as one line of JSON")
    .option(
      "--jsonl",
      "read one JSON object a line: {conversation, text, as, at}; print one a line in the same order",
    )
    .addOption(
      new Option("--as <role>", "who asks")
        .choices(["citizen", "enterprise", "staff"])
        .default("enterprise"),
    )
    .option("--at <moment>", "ISO moment with offset; now when absent")
    .option("--as-of <date>", "answer by the rules in force on this day, for example 2021-06-25")
    .action(
      async (
        text: string | undefined,
        options: {
          json?: boolean;
          jsonl?: boolean;
          as: Line["as"];
          at?: string;
          asOf?: string;
        },
      ) => {
        const oneDoor = await openOneDoor(
          readSettings({ ...process.env, LOG_LEVEL: process.env.LOG_LEVEL ?? "error" }),
        );
        try {
          await oneDoor.serve([]);
          const asking = conversationsOf(oneDoor);
          if (options.jsonl) await answerLines(asking);
          else if (text === undefined)
            throw new Error(
              'say what you want to know: onedoor ask "开公司要带什么材料", or use --jsonl',
            );
          else
            print(
              await asking(
                Line.parse({ text, as: options.as, at: options.at ?? noonOf(options.asOf) }),
              ),
              options.json === true,
            );
        } finally {
          await oneDoor.close();
        }
      },
    );
}

/** "--as-of 2021-06-25": noon of that day in the zone. */
function noonOf(day: string | undefined): string | undefined {
  if (day === undefined) return undefined;
  if (!z.iso.date().safeParse(day).success)
    throw new Error(`--as-of takes a day like 2021-06-25, not "${day}".`);
  return `${day}T12:00:00+08:00`;
}

type Asking = (line: Line) => Promise<AskOutput>;

/** Conversations of one run: the same name is the same conversation, and nothing of an earlier run is in it. */
function conversationsOf(oneDoor: OpenOneDoor): Asking {
  const run = randomUUID();
  return (line) =>
    oneDoor
      .ask({
        channel: "program",
        conversation: `${run}/${line.conversation}`,
        externalId: randomUUID(),
        text: line.text.slice(0, 20_000),
        as: line.as,
        at: line.at ?? new Date().toISOString(),
      })
      .then((answer) => ({ ...answer, conversation: line.conversation, input: line.text }));
}

function print(answer: AskOutput, json: boolean): void {
  console.log(json ? JSON.stringify(answer) : answer.reply.text);
}

/** So many lines of different conversations are asked at the same time. */
const AT_ONCE = 16;

/** Each conversation in order, several at once, printed in the order of the input. */
async function answerLines(ask: Asking): Promise<void> {
  const last = new Map<string, Promise<unknown>>();
  const waiting: Promise<AskOutput | BadLine>[] = [];
  const printFirst = async () => {
    const line = JSON.stringify(await waiting.shift());
    if (!process.stdout.destroyed && !process.stdout.write(`${line}\n`)) await roomToPrint();
  };
  let number = 0;
  for await (const raw of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    number += 1;
    if (raw.trim() === "") continue;
    const line = readLine(raw, number);
    if ("error" in line) waiting.push(Promise.resolve(line));
    else {
      const answer = (last.get(line.conversation) ?? Promise.resolve()).then(() => ask(line));
      last.set(
        line.conversation,
        answer.catch(() => {}),
      );
      waiting.push(answer);
    }
    while (waiting.length >= AT_ONCE) await printFirst();
  }
  while (waiting.length > 0) await printFirst();
}

/** Waits until standard output takes more, or nobody reads it any longer. */
async function roomToPrint(): Promise<void> {
  const either = new AbortController();
  const { signal } = either;
  const over = (event: string) => once(process.stdout, event, { signal }).catch(() => {});
  await Promise.race([over("drain"), over("close")]);
  either.abort();
}

function readLine(raw: string, number: number): Line | BadLine {
  const bad = (error: string): BadLine => ({ v: 1, line: number, error });
  try {
    const parsed = Line.safeParse(JSON.parse(raw.replace(/^\uFEFF/, "")));
    if (parsed.success) return parsed.data;
    const [problem] = parsed.error.issues;
    return bad(
      `${problem!.path.join(".") || "the line"}: ${problem!.message}. Write {"conversation":"1","text":"…","as":"enterprise","at":"2026-11-24T10:00:00+08:00"}.`,
    );
  } catch {
    return bad('this line is not JSON. Write one object a line: {"conversation":"1","text":"…"}.');
  }
}
