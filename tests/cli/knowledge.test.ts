import { rm } from "node:fs/promises";
import { join } from "node:path";
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openKnowledgeDesk, openOneDoor, readSettings, type OpenOneDoor } from "../../src/index.ts";
import { temporaryDirectory } from "../support/temporary.ts";
import { until } from "../support/until.ts";
import { openBook } from "../support/workbook.ts";
import { onedoor } from "./run.ts";

const AT = "2026-11-24T10:00:00+08:00";
const QUESTION = "换了仓库和门店 那个食品备案多久之内改";
const ROW = ["id", "prepackaged-food-filing.change"] as const;

let dataDir: string;
let running: OpenOneDoor;
const knowledge = (...words: string[]) => onedoor(dataDir, ["knowledge", ...words]);
const hashIn = (out: string) => /\b[0-9a-f]{12}\b/.exec(out)![0];

beforeAll(async () => {
  dataDir = await temporaryDirectory("editing");
  running = await openOneDoor(readSettings({ DATA_DIR: dataDir, LOG_LEVEL: "silent" }));
  await running.serve([]);
}, 120_000);

afterAll(async () => {
  await running.close();
  await rm(dataDir, { recursive: true, force: true });
});

const ask = async (conversation: string = randomUUID()) =>
  running.ask({
    channel: "program",
    conversation,
    externalId: randomUUID(),
    text: QUESTION,
    as: "enterprise",
    at: AT,
  });

describe("a limit changes, from Excel to the front door", { timeout: 300_000 }, () => {
  let hash: string;

  test("the change is brought in, and told with the answers it changes, before it counts", async () => {
    const file = join(dataDir, "shelf.xlsx");
    const { out: exported } = await knowledge("export", file, "--part", "items");
    expect(exported).toMatch(/\d+ rows on \d+ sheets/);
    const book = await openBook(file);
    expect(book.get("items.handlingItems", ROW, "window.closes.number")).toBe("15");
    book.set("items.handlingItems", ROW, "window.closes.number", "12");
    await book.save();

    const dry = await knowledge("import", file, "--dry-run", "--on", "2026-11-24");
    expect(dry.out).toContain("nothing was written");
    expect((await knowledge("diff")).out).toContain("nothing differs");

    const { out, code } = await knowledge("import", file, "--on", "2026-11-24");
    expect(code).toBe(0);
    expect(out).toContain("written: approval-items/31-food-packaged.yaml");
    expect(out).toContain("changed items.handlingItems prepackaged-food-filing.change");
    expect(out).toContain("window.closes.number: 15 → 12");
    expect(out).toMatch(new RegExp(`“${QUESTION}”\\n  - .*15个工作日.*\\n  \\+ .*12个工作日`));
    expect((await ask()).reply.text).toContain("15个工作日");
  });

  test("a wrong cell is named, and the draft stays as it was", async () => {
    const file = join(dataDir, "wrong.xlsx");
    await knowledge("export", file, "--part", "items");
    const book = await openBook(file);
    const address = book.set("items.handlingItems", ROW, "window.closes.number", "十二");
    await book.save();
    const before = (await knowledge("lint", "--json", "--rule", "none")).out;
    const { err, code } = await knowledge("import", file);
    expect(code).toBe(1);
    expect(err).toContain(`${address}: says “十二”, which is no number`);
    expect(err).toContain("nothing was written");
    expect((await knowledge("lint", "--json", "--rule", "none")).out).toBe(before);
  });

  test("one person proposes, another lets it in, and a running OneDoor answers with it", async () => {
    const proposed = await knowledge("publish", "--by", "王某", "--note", "国务院令第999号");
    expect(proposed.err).toBe("");
    hash = hashIn(proposed.out);
    const refused = await knowledge("publish", "--approve", hash, "--by", "王某");
    expect(refused.err).toContain("another person has to approve it");
    expect(refused.code).toBe(1);

    const conversation = randomUUID();
    let asking = true;
    const answers: Awaited<ReturnType<typeof ask>>[] = [];
    const visitor = (async () => {
      while (asking) answers.push(await ask(conversation));
    })();
    const approved = await knowledge("publish", "--approve", hash, "--by", "李某");
    expect(approved.out).toContain("is current: proposed by 王某, approved by 李某");
    await until(() => running.health().knowledge.startsWith(hash), 30_000);
    const seen = answers.length;
    await until(() => answers.length > seen + 2, 30_000);
    asking = false;
    await visitor;

    const limits = answers.map(({ reply }) => /(\d+)个工作日/.exec(reply.text)![1]);
    expect(limits.at(-1)).toBe("12");
    expect([...new Set(limits)]).toEqual(["15", "12"]);
    const { length } = await running.history("program", conversation);
    expect(length, "each question once, each answer once").toBe(2 * answers.length);
    expect((await onedoor(dataDir, ["ask", QUESTION, "--at", AT])).out).toContain("12个工作日");
    expect((await knowledge("editions")).out).toContain(`* ${hash}  proposed by 王某`);
  });

  test("the way back is taken by a running OneDoor, and is on the command line too", async () => {
    const desk = openKnowledgeDesk(readSettings({ DATA_DIR: dataDir }));
    expect(desk.rollBack(undefined, "李某")).toBeNull();
    await until(() => !running.health().knowledge.startsWith(hash), 60_000);
    expect((await ask()).reply.text).toContain("15个工作日");

    const forth = await knowledge("rollback", "--by", "李某", "--to", hash);
    expect(forth.out).toContain(`${hash} is current`);
    const back = await knowledge("rollback", "--by", "李某");
    expect(back.out).toContain("the shelf that ships with OneDoor is current");
  });
});

test("coverage and lint can be read by programs", { timeout: 120_000 }, async () => {
  const coverage = JSON.parse((await knowledge("coverage", "--json")).out) as Record<
    string,
    unknown
  >;
  expect(coverage).toMatchObject({ records: { items: expect.any(Number) } });
  const findings = JSON.parse((await knowledge("lint", "--json")).out) as unknown[];
  expect(findings[0]).toMatchObject({
    rule: expect.any(String),
    file: expect.any(String),
    line: expect.any(Number),
  });
});
