import fc from "fast-check";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { CALIBRATION } from "../../src/search/calibration.ts";
import { buildCatalogueSearch } from "../../src/search/catalogue-search.ts";
import { SAMPLE, TODAY } from "./sample.ts";

const search = buildCatalogueSearch(SAMPLE);
const find = (text: string, rest = {}) => search.find(text, { at: TODAY, ...rest });
const first = (text: string) => find(text)[0]?.id;

describe("what a visitor may mean", () => {
  test.each([
    ["the official name", "糕点店经营许可", "bakery-licence.new"],
    ["an everyday name", "蛋糕房许可证怎么办", "bakery-licence.new"],
    ["another way to ask", "我想在学校门口烤点面包", "bakery-licence.new"],
    ["traditional characters", "麵包店執照怎麼辦", "bakery-licence.new"],
    ["pinyin with gaps", "mian bao dian zhi zhao zen me ban", "bakery-licence.new"],
    ["pinyin without gaps", "mianbaodianzhizhao", "bakery-licence.new"],
    ["a homophone slip", "棉包店执照", "bakery-licence.new"],
    ["English", "May I open a bakery here?", "bakery-licence.new"],
    ["English with slips", "bakary lisence", "bakery-licence.new"],
    ["a word only the lexicon knows", "吐司铺", "bakery-licence.new"],
    ["the same in English", "a toast place", "bakery-licence.new"],
    ["another body's matter", "后天会不会下雨", "weather"],
  ])("is found by %s", (_how, text, id) => {
    expect(first(text)).toBe(id);
  });

  test("the action that is named chooses among the handling items", () => {
    expect(first("面包店执照到期")).toBe("bakery-licence.renew");
    expect(first("renew the bakery licence")).toBe("bakery-licence.renew");
    expect(first("面包店执照")).toBe("bakery-licence.new");
  });

  test("each item is found once", () => {
    const groups = find("面包店许可 渡船许可", { limit: 10 }).map(({ group }) => group);
    expect(new Set(groups).size).toBe(groups.length);
    expect(groups).toEqual(expect.arrayContaining(["bakery-licence", "ferry-mooring"]));
  });

  test("no more than asked for, best first", () => {
    expect(find("许可", { limit: 2 })).toHaveLength(2);
    const all = find("许可", { limit: 10 }).map(({ score }) => score);
    expect(all).toEqual(all.toSorted((a, b) => b - a));
  });

  test("nothing readable finds nothing", () => {
    for (const text of ["", "   ", "😀😀", "?!", "请问怎么办", "\0"])
      expect(find(text)).toEqual([]);
  });
});

describe("circumstances", () => {
  test("what is no longer valid on the day is not found", () => {
    expect(first("渡船夜泊登记")).toBe("ferry-mooring");
    expect(find("渡船夜泊登记", { at: "2020-12-31T23:00:00+08:00" })[0]?.id).toBe(
      "ferry-mooring-old",
    );
  });

  test("what belongs to another zone is not found", () => {
    const groups = (zone?: string) =>
      find("风筝节场地", zone ? { zone } : {}).map(({ group }) => group);
    expect(groups("south")).not.toContain("kite-festival");
    expect(groups("north")).toContain("kite-festival");
    expect(groups()).toContain("kite-festival");
  });
});

describe("confidence", () => {
  test("is above the floor for a name", () => {
    for (const name of ["蛋糕房许可证", "Ferry mooring permit", "mianbaodianzhizhao"])
      expect(find(name)[0]!.confidence).toBeGreaterThan(CALIBRATION.floor);
  });

  test("falls with every part of the question the item does not explain", () => {
    const [named, lost] = ["渡船停泊", "渡船停泊量子散热困难重重，诗歌押韵"].map(
      (text) => find(text)[0]!,
    );
    expect(lost!.group).toBe(named!.group);
    expect(lost!.confidence).toBeLessThan(named!.confidence);
  });

  test("falls when a second item fits as well", () => {
    expect(find("面包店渡船")[0]!.confidence).toBeLessThan(find("面包店执照")[0]!.confidence);
  });
});

describe("reasons", () => {
  test("sum up to the score", () => {
    for (const text of ["面包店执照", "吐司铺续期", "mianbaodian", "ferry in winter"])
      for (const { score, why } of find(text))
        expect(why.reduce((sum, reason) => sum + reason.score, 0)).toBeCloseTo(score, 2);
  });

  test("name their source", () => {
    const sources = (text: string) => new Set(find(text)[0]!.why.map(({ source }) => source));
    expect(sources("烤面包")).toContain("written");
    expect(sources("吐司铺")).toContain("lexicon");
    expect(sources("mianbaodian")).toContain("sound");
    expect(sources("面包店执照到期")).toContain("action");
    expect(sources("面包店执照")).toContain("name");
  });

  test("can be asked for any document, and are empty for one that does not exist", () => {
    expect(search.explain("渡船", "ferry-mooring").map(({ feature }) => feature)).toContain("渡船");
    expect(search.explain("渡船", "nobody")).toEqual([]);
  });
});

describe("a kept index", () => {
  test("finds the same as a fresh one", () => {
    const directory = mkdtempSync(join(tmpdir(), "catalogue-cache-"));
    try {
      const built = buildCatalogueSearch(SAMPLE, { cacheDirectory: directory });
      expect(readdirSync(directory)).toHaveLength(3);
      const read = buildCatalogueSearch(SAMPLE, { cacheDirectory: directory });
      for (const text of ["面包店", "mianbaodian", "ferry"])
        expect(read.find(text, { at: TODAY })).toEqual(built.find(text, { at: TODAY }));
    } finally {
      rmSync(directory, { recursive: true, force: true });
    }
  });
});

describe("bad input", () => {
  test("any string is answered, twice the same, with a confidence between 0 and 1", () => {
    const piece = fc.oneof(
      fc.string({ unit: "binary", maxLength: 20 }),
      fc.constantFrom("面包店", "ferry", "mian bao", " 许可"),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
        const text = pieces.join("");
        const hits = find(text);
        expect(find(text)).toEqual(hits);
        for (const { confidence, score } of hits) {
          expect(confidence).toBeGreaterThanOrEqual(0);
          expect(confidence).toBeLessThanOrEqual(1);
          expect(score).toBeGreaterThan(0);
        }
      }),
      { numRuns: 200 },
    );
  });

  test.each([
    ["Chinese", "面包店执照"],
    ["unknown English", "wrdqx zzyk "],
    ["pinyin", "mianbaodian"],
    ["emoji", "😀"],
    ["null bytes", "\0"],
  ])("ten thousand characters of %s take no longer than a blink", (_what, piece) => {
    const text = piece.repeat(Math.ceil(10_000 / piece.length));
    const started = performance.now();
    find(text);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
