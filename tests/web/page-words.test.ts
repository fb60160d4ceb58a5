import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { FOOD } from "./sample-replies.ts";

/** The page's modules are plain JavaScript for the browser; these run without one. */
const load = (name: string) => import(new URL(`../../bots/web/page/${name}`, import.meta.url).href);
const { WORDS, word } = await load("words.js");
const { plainText } = await load("plain-text.js");
const { badges, validity } = await load("sources.js");
const html = readFileSync("bots/web/page/index.html", "utf8");

describe("the page's words", () => {
  it("exist in both languages, with the same gaps to fill", () => {
    expect(Object.keys(WORDS.en)).toEqual(Object.keys(WORDS.zh));
    const gaps = (text: string) => (text.match(/\{\w+\}/g) ?? []).toSorted();
    for (const [key, text] of Object.entries<string>(WORDS.zh))
      expect(gaps(WORDS.en[key]), key).toEqual(gaps(text));
  });

  it("that stand in the page before it starts are those of the dictionary", () => {
    const named = [...html.matchAll(/data-word="(\w+)"[^>]*>([^<]*)</g)].filter(
      ([, , text]) => text!.trim() !== "",
    );
    expect(named.length).toBeGreaterThan(20);
    for (const [, key, text] of named) expect(text!.trim(), key).toBe(WORDS.zh[key!]);
  });

  it("are all known that the page and its modules ask for", () => {
    const keys = [...html.matchAll(/data-(?:word|label|hint|placeholder|example)="(\w+)"/g)].map(
      ([, key]) => key!,
    );
    expect(keys.filter((key) => !(key in WORDS.zh))).toEqual([]);
  });

  it("fill their gaps", () => {
    expect(word("zh", "left", { count: 12 })).toBe("还可以写 12 字");
    expect(word("en", "source", { number: 2 })).toBe("Source 2");
  });
});

describe("a source", () => {
  const source = { inForce: true, verified: true, validFrom: "2021-04-29", validTo: null };

  it("is reassuring only when it is in force and verified", () => {
    expect(badges(source)).toEqual(["inForce"]);
    expect(badges({ ...source, verified: false })).toEqual(["unverified"]);
    expect(badges({ ...source, inForce: false, validTo: "2024-12-31" })).toEqual(["ended"]);
    expect(badges({ ...source, inForce: false, verified: false })).toEqual([
      "notYet",
      "unverified",
    ]);
  });

  it("says from when to when it is in force", () => {
    expect(validity(source, "zh")).toBe("自 2021-04-29 起");
    expect(validity({ validFrom: "2009-07-30", validTo: "2015-11-17" }, "en")).toBe(
      "2009-07-30 to 2015-11-17",
    );
    expect(validity({ validFrom: null, validTo: "2015-11-17" }, "zh")).toBe("至 2015-11-17");
    expect(validity({ validFrom: null, validTo: null }, "zh")).toBe("日期未录入");
  });
});

it("a copied reply holds every block, its marks and its sources", () => {
  const lines = plainText({
    ...FOOD,
    from: "onedoor",
    id: "r",
    seq: 2,
    inReplyTo: [],
    at: "",
  }).split("\n");
  expect(lines[0]).toBe("不用办食品经营许可证，做一次备案就可以，当场办完。[1]");
  expect(lines).toContain("收费：不收费[2]");
  expect(lines).toContain("- 营业执照（系统能查到的，不用带复印件）");
  expect(lines).toContain("备案和许可怎么分[1][3]");
  expect(lines).toContain("只卖有包装、有标签的食品\t备案\t当场");
  expect(lines).toContain(
    "[3] 食品流通许可管理办法（示例） 第二条，2009年版，2009-07-30 至 2015-11-17，最近核对 2026-11-20，已失效",
  );
});
