import { existsSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parseLaw } from "../../../src/knowledge/law-text/parse-law.ts";
import { openLawFile, textOf } from "../../../src/knowledge/law-text/read-file.ts";
import { pdfFile, type PageLine } from "../../support/pdf-file.ts";
import { wordFile } from "../../support/word-file.ts";
import { ARTICLES, BODY, CONTENTS, HEAD, SAMPLE } from "./sample-law.ts";

const FOLDER = mkdtempSync(join(tmpdir(), "onedoor-read-"));

function written(name: string, bytes: string | Uint8Array): string {
  const file = join(FOLDER, name);
  writeFileSync(file, bytes);
  return file;
}

const lawIn = async (file: string) => parseLaw(await textOf(openLawFile(file)));

/** Number and first words of the articles, as far as the sample says them. */
const firstWords = ({ articles }: Awaited<ReturnType<typeof lawIn>>) =>
  articles
    .filter(({ number }) => /^\d/.test(number))
    .map(({ number, paragraphs }) => [number, paragraphs[0]!.text]);
const expected = ARTICLES.map(([number, words]) => [number, expect.stringContaining(words)]);

describe("the same law comes out of every kind of file", () => {
  test("a Word document", async () => {
    const law = await lawIn(written("law.docx", wordFile([...HEAD, ...CONTENTS, ...BODY])));
    expect(firstWords(law)).toEqual(expected);
    expect(law).toMatchObject({ title: HEAD[0], version: "2022修正", effective: "2019-05-01" });
  });

  test("a PDF with running heads, page numbers and lines broken anywhere", async () => {
    const law = await lawIn(written("law.pdf", pdfFile(pagesOf(printed()))));
    expect(firstWords(law)).toEqual(expected);
    expect(law).toMatchObject({ title: HEAD[0], adopted: "2019-03-05", version: "2022修正" });
    const sixth = law.articles.find(({ number }) => number === "6")!;
    expect(sixth.paragraphs.map(({ text }) => text)).toEqual([
      "灯笼只可以使用冷光源。违反第四条规定又使用明火的，由镇灯笼办责令改正，可以处五十元以上二百元以下罚款。",
    ]);
    expect(JSON.stringify(law.articles)).not.toMatch(/云桥镇公报|第4期|—/);
  });

  test("a PDF whose characters are set apart one by one", async () => {
    const apart = printed().map((line) => ({
      ...line,
      text: Array.from(line.text.replaceAll("\u3000", "")).join(" "),
    }));
    const law = await lawIn(written("apart.pdf", pdfFile(pagesOf(apart))));
    expect(firstWords(law)).toEqual(expected);
  });

  test("text in UTF-8, UTF-16 and the encoding of older Chinese programs", async () => {
    const gb = Buffer.from("d4c6c7c5d5f2b5c6c1fdccf5c0fd0ab5dad2bbccf520b9d2b5c6a1a3", "hex");
    expect(await lawIn(written("old.txt", gb))).toMatchObject({
      title: "云桥镇灯笼条例",
      articles: [{ number: "1", paragraphs: [{ text: "挂灯。" }] }],
    });
    expect(firstWords(await lawIn(written("utf8.md", `\uFEFF${SAMPLE}`)))).toEqual(expected);
    const wide = Buffer.from(`\uFEFF${SAMPLE}`, "utf16le");
    expect(firstWords(await lawIn(written("utf16.txt", wide)))).toEqual(expected);
  });
});

describe("what cannot be read is refused with what to do", () => {
  const refusal = async (file: string) => {
    try {
      await textOf(openLawFile(file));
    } catch (error) {
      return (error as Error).message;
    }
    return "";
  };

  test.each([
    ["an old Word file", "law.doc", "x", /save it as \.docx/],
    ["a table", "law.xlsx", "x", /import \.docx, \.pdf, \.md or \.txt/],
    ["an old Word file that was only renamed", "renamed.docx", "\xd0\xcf\x11\xe0aaaa", /password/],
    ["a broken Word file", "broken.docx", "PK\x03\x04aaaa", /open it in Word/],
    ["a broken PDF", "broken.pdf", "%PDF-1.4 nothing", /no PDF that can be read/],
    ["bytes that are no text", "noise.txt", "\xff\x00\x81\x00\xfe", /no text/],
  ])("%s", async (_, name, bytes, says) => {
    expect(await refusal(written(name, Buffer.from(bytes, "latin1")))).toMatch(says);
  });

  test("a file that is not there", async () => {
    expect(await refusal(join(FOLDER, "nothing.md"))).toMatch(/no such file/);
  });

  test("a PDF with a password", async () => {
    expect(await refusal(written("locked.pdf", pdfFile(pagesOf(printed()), true)))).toMatch(
      /has a password: save it without one/,
    );
  });

  test("a scan without text", async () => {
    expect(await refusal(written("scan.pdf", pdfFile([[], [{ text: "印" }]])))).toMatch(
      /pictures of pages.*OCR/,
    );
  });

  test("a Word document without text", async () => {
    expect(await refusal(written("empty.docx", wordFile([""])))).toMatch(/OCR/);
  });

  test("a Word document whose articles Word counts by itself", async () => {
    const bare = BODY.map((line) => line.replace(/^第.{1,4}条(?:之一)?/, ""));
    expect(await refusal(written("counted.docx", wordFile(bare, true)))).toMatch(
      /automatic numbering/,
    );
  });
});

const CHROMIUM = process.env["CHROMIUM"] ?? "/usr/bin/chromium";

test.skipIf(!existsSync(CHROMIUM))(
  "what a browser prints, radicals and all",
  async () => {
    const { chromium } = await import("playwright-core");
    const browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox"] });
    const page = await browser.newPage();
    const paragraphs = printed().map(({ text }) => `<p style="text-indent:2em">${text}</p>`);
    await page.setContent(`<html lang="zh-CN">${paragraphs.join("")}</html>`);
    const bytes = await page.pdf({ width: "120mm", height: "150mm" });
    await browser.close();
    expect(firstWords(await lawIn(written("printed.pdf", bytes)))).toEqual(expected);
  },
  60_000,
);

/** The sample with what is one paragraph on one line. */
function printed(): PageLine[] {
  const lines = [...HEAD, ...CONTENTS, ...BODY];
  const joined = lines.flatMap((line, i) => {
    if (lines[i - 1]?.endsWith("违反")) return [];
    return line.endsWith("违反") ? [line + lines[i + 1]!] : [line];
  });
  return joined.map((text) => ({ text, indent: 24 }));
}

const WIDE = 30;
const ON_A_PAGE = 12;

/** Lines cut at the margin, on pages with a head and a foot. */
function pagesOf(paragraphs: readonly PageLine[]): PageLine[][] {
  const lines = paragraphs.flatMap(({ text, indent = 0 }) => {
    const first = text.slice(0, WIDE - 2);
    const rest = text.slice(WIDE - 2).match(new RegExp(`.{1,${WIDE}}`, "gu")) ?? [];
    return [{ text: first, indent }, ...rest.map((part) => ({ text: part }))];
  });
  const pages: PageLine[][] = [];
  for (let at = 0; at < lines.length; at += ON_A_PAGE)
    pages.push([
      { text: "云桥镇公报　2022年第4期", indent: 100 },
      ...lines.slice(at, at + ON_A_PAGE),
      { text: `— ${pages.length + 1} —`, indent: 160 },
    ]);
  return pages;
}
