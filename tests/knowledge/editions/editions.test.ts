import { fork } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { openEditions, type Editions } from "../../../src/knowledge/editions/editions.ts";
import { approve, currentOf, propose, rollBack } from "../../../src/knowledge/editions/publish.ts";
import { demandSentences } from "../../../src/knowledge/editions/sentences.ts";
import { readShelfFiles } from "../../../src/knowledge/shelf.ts";
import { smallShelf, type Shelf } from "../../support/small-shelf.ts";

const LAW = "provisions/sample-law.yaml";
const AT = "2026-11-24T02:00:00.000Z";

let dataDir: string;
let editions: Editions;
let shipped: Shelf;
let draft: Shelf;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "onedoor-editions-"));
  editions = openEditions(dataDir);
  shipped = smallShelf();
  draft = smallShelf();
});

const current = () => currentOf(editions, shipped.folder);
const proposeDraft = (by = "王某", at = AT) =>
  propose(editions, current(), readShelfFiles(draft.folder), { by, note: "为了测试", at });
const letIn = (hash: string, by = "李某", ready: (folder: string) => void = () => {}) =>
  approve(editions, current(), hash, { by, at: AT, ready });
const change = (to: string) =>
  draft.change(LAW, /version: .*/.exec(draft.read(LAW))![0], `version: ${to}`);

/** A changed draft, proposed and let in. */
function published(version: string): string {
  change(version);
  const { edition } = proposeDraft();
  letIn(edition);
  return edition;
}

describe("two people", () => {
  test("what is proposed does not answer; what another person approved does", () => {
    change("2026修正");
    const { edition } = proposeDraft();
    expect(current()).toMatchObject({ edition: null, folder: shipped.folder });
    letIn(edition.slice(0, 8));
    expect(current().edition).toBe(edition);
    expect(readFileSync(join(current().folder, LAW), "utf8")).toContain("2026修正");
    expect(editions.manifest(edition)).toMatchObject({
      proposedBy: "王某",
      approvedBy: "李某",
      note: "为了测试",
      base: readShelfFiles(shipped.folder).hash,
    });
  });

  test.each(["王某", " 王某 ", "王 某"])(
    "whoever proposed it cannot approve it, as “%s” neither",
    (by) => {
      change("2026修正");
      const { edition } = proposeDraft();
      expect(() => letIn(edition, by)).toThrow(/another person has to approve/);
      expect(current().edition).toBeNull();
    },
  );

  test("nobody is nobody", () => {
    change("2026修正");
    expect(() => proposeDraft("  ")).toThrow(/--by NAME/);
  });

  test("what answers already cannot be proposed, nor what does not pass the check", () => {
    expect(() => proposeDraft()).toThrow(/change something first/);
    draft.change(LAW, "mark: V", "mark: X");
    expect(() => proposeDraft()).toThrow(/Invalid option/);
    expect(editions.all()).toEqual([]);
  });

  test("a proposal that was compared with an older state is refused until it is proposed again", () => {
    change("one");
    const one = proposeDraft().edition;
    published("two");
    expect(() => letIn(one)).toThrow(/propose it again/);
    change("one");
    proposeDraft("王某", "2026-11-25T02:00:00.000Z");
    letIn(one);
    expect(current().edition).toBe(one);
  });

  test("an edition that cannot be made ready does not become current", () => {
    change("2026修正");
    const { edition } = proposeDraft();
    expect(() =>
      letIn(edition, "李某", () => {
        throw new Error("no");
      }),
    ).toThrow("no");
    expect(current().edition).toBeNull();
  });
});

describe("the way back", () => {
  test("to the edition before, then to the shelf that ships with OneDoor", () => {
    const one = published("one");
    published("two");
    expect(rollBack(editions, undefined, { by: "李某", at: AT })).toBe(one);
    expect(current().edition).toBe(one);
    expect(rollBack(editions, undefined, { by: "李某", at: AT })).toBeNull();
    expect(current().folder).toBe(shipped.folder);
    expect(() => rollBack(editions, undefined, { by: "李某", at: AT })).toThrow(/--to HASH/);
  });

  test("to a named edition, if it was ever approved", () => {
    const one = published("one");
    published("two");
    change("three");
    const three = proposeDraft().edition;
    expect(rollBack(editions, one.slice(0, 6), { by: "李某", at: AT })).toBe(one);
    expect(() => rollBack(editions, three, { by: "李某", at: AT })).toThrow(/never approved/);
    expect(() => rollBack(editions, "ffffffff", { by: "李某", at: AT })).toThrow(
      /there is no edition/,
    );
    expect(current().edition).toBe(one);
  });

  test("an edition whose files were changed is never used", () => {
    const one = published("one");
    const file = join(current().folder, LAW);
    writeFileSync(file, readFileSync(file, "utf8").replace("one", "ein"));
    expect(() => current()).toThrow(/its files were changed/);
    expect(rollBack(editions, "shipped", { by: "李某", at: AT })).toBeNull();
    expect(() => rollBack(editions, one, { by: "李某", at: AT })).toThrow(/its files were changed/);
  });

  test("a pointer that cannot be read says what to do", () => {
    published("one");
    writeFileSync(join(dataDir, "knowledge", "current.json"), "{");
    expect(() => current()).toThrow(/rollback --to HASH/);
  });
});

test("an edition that lacks sentences of this version is named with what to do", () => {
  const whole = readShelfFiles(shipped.folder);
  expect(() => demandSentences(readShelfFiles(draft.folder), whole)).not.toThrow();
  draft.change("wording/zh.yaml", "help.thanks:", "help.thanked:");
  expect(() => demandSentences(readShelfFiles(draft.folder), whole)).toThrow(
    /lacks 1 sentence\(s\) of this version \(zh help.thanks .*rollback --to shipped/,
  );
});

test(
  "kill -9 at any moment leaves the old edition or the new one, whole",
  { timeout: 120_000 },
  async () => {
    const hashes = ["one", "two"].map((version) => {
      change(version);
      return readShelfFiles(draft.folder).hash;
    });
    const allowed = new Set<string | null>([null, ...hashes]);
    const killedAt: string[] = [];
    for (let round = 0; round < 12; round++) {
      const child = fork(
        join(import.meta.dirname, "publisher.ts"),
        [dataDir, shipped.folder, draft.folder],
        {
          stdio: ["ignore", "ignore", "inherit", "ipc"],
        },
      );
      const gone = new Promise((resolve) => child.once("exit", resolve));
      await new Promise((resolve) => child.once("message", resolve));
      await new Promise((resolve) => setTimeout(resolve, 40 + round * 37));
      child.kill("SIGKILL");
      await gone;
      const { edition, folder, hash } = current();
      expect(allowed.has(edition)).toBe(true);
      expect(readShelfFiles(folder).hash).toBe(hash);
      killedAt.push(edition?.slice(0, 6) ?? "shipped");
      for (const { edition: each } of editions.all())
        expect(() => editions.folderOf(each)).not.toThrow();
    }
    expect(new Set(killedAt).size, killedAt.join(" ")).toBeGreaterThan(1);
    const names = readdirSync(join(dataDir, "knowledge", "editions")).filter(
      (name) => !name.startsWith("."),
    );
    expect(names.sort()).toEqual(hashes.sort());
  },
);
