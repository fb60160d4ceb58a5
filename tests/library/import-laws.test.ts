import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { importLaws, type ImportedFile } from "../../src/library/import-laws.ts";
import { openLawLibrary } from "../../src/library/law-library.ts";
import { SAMPLE } from "../knowledge/law-text/sample-law.ts";

const DAY = "2026-11-24";
let files: string;
let laws: string;
beforeEach(() => {
  files = mkdtempSync(join(tmpdir(), "onedoor-files-"));
  laws = join(mkdtempSync(join(tmpdir(), "onedoor-laws-")), "laws");
});

function file(name: string, text: string): string {
  writeFileSync(join(files, name), text);
  return join(files, name);
}

async function take(...paths: string[]) {
  const told: ImportedFile[] = [];
  const held = await importLaws(laws, paths, (one) => told.push(one));
  return { ...held, outcomes: told.map(({ outcome }) => outcome), told };
}

/** Everything that is kept, byte by byte. */
const snapshot = () =>
  readdirSync(laws)
    .sort()
    .map((name) => [name, readFileSync(join(laws, name)).toString("base64")]);

const NEWER = SAMPLE.replace("二米八", "三米").replace(
  "）\n目",
  "　根据2025年6月1日云桥镇第五届人民代表大会第一次会议《关于修改〈云桥镇灯笼街区管理条例〉的决定》第二次修正）\n目",
);

describe("importing again changes nothing, importing anew adds a version", () => {
  test("the same file", async () => {
    const path = file("law.md", SAMPLE);
    expect(await take(path)).toMatchObject({ outcomes: ["added"], laws: 1, articles: 8 });
    const before = snapshot();
    expect(await take(path)).toMatchObject({ outcomes: ["known"], laws: 1 });
    expect(snapshot()).toEqual(before);
  });

  test("the same wording in another file", async () => {
    const spaced = SAMPLE.replaceAll("\n", "\n\n");
    const { outcomes, laws: held } = await take(file("a.md", SAMPLE), file("b.txt", spaced));
    expect(outcomes).toEqual(["added", "known"]);
    expect(held).toBe(1);
  });

  test("a newer version: both are kept, and on each day the one of that day is in force", async () => {
    await take(file("old.md", SAMPLE), file("new.md", NEWER));
    const library = openLawLibrary(laws);
    const [today, before] = library.called("云桥镇灯笼街区管理条例", DAY);
    expect([today!.version, today!.standing.is]).toEqual(["2025修正", "current"]);
    expect(before!.standing).toMatchObject({ is: "superseded", since: "2025-06-01" });
    const [then] = library.called("云桥镇灯笼街区管理条例", "2024-01-01");
    expect([then!.version, then!.standing.is]).toEqual(["2022修正", "current"]);
    expect(library.article(today!, "4")!.paragraphs[0]!.text).toContain("三米");
    expect(library.article(then!, "4")!.paragraphs[0]!.text).toContain("二米八");
  });

  test("a file that is refused does not stop the others", async () => {
    const { outcomes, laws: held } = await take(
      file("table.xlsx", "x"),
      file("empty.md", "# 灯会办法\n"),
      file("law.md", SAMPLE),
    );
    expect(outcomes).toEqual(["refused", "refused", "added"]);
    expect(held).toBe(1);
  });
});

describe("whatever ends an import, nothing is there by halves", () => {
  test("a law that was kept before the end is not seen, and is taken up by the next import", async () => {
    await take(file("a.md", SAMPLE));
    const contents = readFileSync(join(laws, "contents.json.gz"));
    await take(file("b.md", NEWER));
    // As if the second import had been ended just before its last act.
    writeFileSync(join(laws, "contents.json.gz"), contents);
    writeFileSync(join(laws, "left.draft"), "half");
    expect(openLawLibrary(laws).all(DAY)).toHaveLength(1);
    expect(await take()).toMatchObject({ laws: 2, articles: 16 });
    expect(openLawLibrary(laws).find("灯笼离地多高", DAY, 3)).not.toEqual([]);
    expect(readdirSync(laws).filter((name) => name.endsWith(".draft"))).toEqual([]);
  });

  test("a damaged list of contents is made again from the laws kept", async () => {
    await take(file("a.md", SAMPLE));
    writeFileSync(join(laws, "contents.json.gz"), "noise");
    expect(openLawLibrary(laws).all(DAY)).toEqual([]);
    expect(await take()).toMatchObject({ laws: 1 });
    expect(openLawLibrary(laws).all(DAY)).toHaveLength(1);
  });

  test("two imports do not work on one library", async () => {
    await take(file("a.md", SAMPLE));
    writeFileSync(join(laws, "import.lock"), String(process.ppid));
    await expect(take(file("b.md", NEWER))).rejects.toThrow(/Another import/);
  });

  test("a lock that a killed import left behind does not hold the next one", async () => {
    await take(file("a.md", SAMPLE));
    writeFileSync(join(laws, "import.lock"), "999999999");
    expect(await take(file("b.md", NEWER))).toMatchObject({ laws: 2 });
    expect(existsSync(join(laws, "import.lock"))).toBe(false);
  });
});

describe("a library that is open sees what changes", () => {
  test("nothing before the first import, everything after it", async () => {
    const library = openLawLibrary(laws);
    expect(library.all(DAY)).toEqual([]);
    expect(library.find("灯笼", DAY, 3)).toEqual([]);
    await take(file("a.md", SAMPLE));
    expect(library.find("灯笼离地多高", DAY, 1)[0]!.article.number).toBe("4");
    await take(file("b.md", NEWER));
    expect(library.called("灯笼街区管理条例", DAY)[0]!.version).toBe("2025修正");
    rmSync(laws, { recursive: true });
    expect(library.all(DAY)).toEqual([]);
  });
});

test("what another imported law repeals is not found as law any more", async () => {
  const old = "云桥镇挂灯办法\n（2008年6月1日云桥镇人民政府公布）\n第一条 灯笼想挂多高就挂多高。";
  await take(file("old.md", old), file("law.md", SAMPLE));
  const library = openLawLibrary(laws);
  const [version] = library.called("云桥镇挂灯办法", DAY);
  expect(version!.standing).toMatchObject({ is: "repealed", since: "2019-05-01" });
  expect(library.called("云桥镇挂灯办法", "2015-01-01")[0]!.standing.is).toBe("current");
  const found = library.find("灯笼想挂多高就挂多高", DAY, 5);
  expect(found.map(({ law }) => law.title)).not.toContain("云桥镇挂灯办法");
});
