import { describe, expect, test } from "vitest";
import { parseLaw } from "../../../src/knowledge/law-text/parse-law.ts";
import { ARTICLES, BODY, CONTENTS, HEAD, SAMPLE } from "./sample-law.ts";

const numbersOf = (text: string) => parseLaw(text).articles.map(({ number }) => number);
const wordingOf = (text: string, number: string) =>
  parseLaw(text).articles.find((article) => article.number === number)?.paragraphs;

describe("a law comes apart into its articles", () => {
  const law = parseLaw(SAMPLE);

  test("each with its number, once, and not from the table of contents", () => {
    expect(law.articles.map(({ number }) => number)).toEqual([
      ...ARTICLES.map(([number]) => number),
      "A1",
    ]);
    expect(law.gaps).toEqual([]);
  });

  test("each under its chapter and section", () => {
    const pathOf = (number: string) =>
      law.articles.find((article) => article.number === number)!.path;
    expect(pathOf("1")).toEqual(["第一章 总 则"]);
    expect(pathOf("4-1")).toEqual(["第二章 灯笼的悬挂", "第一节 高度"]);
    expect(pathOf("7")).toEqual(["第三章 附 则"]);
  });

  test("paragraphs stay apart, items stay with their paragraph", () => {
    expect(law.articles[1]!.paragraphs).toHaveLength(2);
    expect(law.articles.find(({ number }) => number === "5")!.paragraphs).toEqual([
      {
        text: "有下列情形之一的，可以不受第四条规定的限制：",
        items: ["（一）元宵节前后各三日；", "（二）经镇灯笼办同意的夜市。"],
      },
    ]);
  });

  test("a broken line that begins with a reference is no article", () => {
    expect(wordingOf(SAMPLE, "6")!.map(({ text }) => text)).toContainEqual(
      expect.stringMatching(/^第四条规定又使用明火/),
    );
  });
});

describe("however the text is written", () => {
  const plain = [...HEAD, ...BODY];
  test.each<[string, (line: string) => string]>([
    ["with headings of Markdown", (line) => line.replace(/^(?=第.[章节])/, "## ")],
    ["with articles as headings", (line) => line.replace(/^(第.条(?:之一)?)\u3000/, "### $1\n\n")],
    ["with numbers in bold", (line) => line.replace(/^(第.条(?:之一)?)\u3000/, "**$1** ")],
    [
      "with numbers in bold and no gap",
      (line) => line.replace(/^(第.条(?:之一)?)\u3000/, "**$1**"),
    ],
    ["set in by two wide blanks", (line) => `\u3000\u3000${line}`],
    ["with a blank after the number", (line) => line.replaceAll("\u3000", " ")],
    ["without a gap after the number", (line) => line.replace(/^(第.条(?:之一)?)\u3000/, "$1")],
    [
      "with Arabic numbers",
      (line) =>
        line.replace(/^第(.)条/, (_, digit: string) => `第${"零一二三四五六七".indexOf(digit)}条`),
    ],
    ["with line ends of Windows", (line) => `${line}\r`],
    ["in a table of one column", (line) => `| ${line} |`],
  ])("%s", (_, written) => {
    const numbers = numbersOf(plain.map(written).join("\n"));
    expect(numbers.filter((number) => /^\d/.test(number))).toEqual(ARTICLES.map(([n]) => n));
  });

  test("two articles that a copy ran into one line come apart", () => {
    const text =
      "灯会办法\n第一条 点灯。 第二条 熄灯。\n第三条 收灯，依照第一条 的规定。第四条 以后再说。";
    expect(numbersOf(text)).toEqual(["1", "2", "3", "4"]);
  });

  test("numbers as copies from paper are misread", () => {
    const text = "灯会办法\n第三十条 一。\n第三十－条 二。\n笫三十二条 三。";
    expect(numbersOf(text)).toEqual(["30", "31", "32"]);
  });

  test("what only looks run on stays where it stood", () => {
    const text = "灯会办法\n第一条 点灯。 第九条 的事以后再说。\n第二条 熄灯。";
    expect(wordingOf(text, "1")).toEqual([{ text: "点灯。 第九条 的事以后再说。", items: [] }]);
  });

  test("numbers beyond a thousand, and a book that begins in the middle of a code", () => {
    const text =
      "# 灯典\n\n# 灯笼编\n\n<!-- INFO END -->\n\n第九百九十九条 一。\n\n第一千条 二。\n\n第一千零一条 三。";
    expect(numbersOf(text)).toEqual(["999", "1000", "1001"]);
    expect(parseLaw(text)).toMatchObject({ title: "灯典", part: "灯笼编", gaps: [] });
  });
});

describe("what does not count on is told or left in its place", () => {
  test("a number that is missing is named", () => {
    expect(parseLaw("灯会办法\n第一条 一。\n第二条 二。\n第四条 四。").gaps).toEqual(["3"]);
  });

  test("a misprinted number does not swallow the articles behind it", () => {
    const text = "灯会办法\n第一条 一。\n第二条 二。\n第三十一条 三。\n第四条 四。\n第五条 五。";
    expect(numbersOf(text)).toEqual(["1", "2", "4", "5"]);
  });

  test("an annex with articles of its own has numbers of its own", () => {
    const text = "灯会办法\n第一条 一。\n第二条 二。\n附件：看灯须知\n第一条 排队。\n第二条 别挤。";
    const { articles } = parseLaw(text);
    expect(articles.map(({ number }) => number)).toEqual(["1", "2", "A1", "A1.1", "A1.2"]);
    expect(articles.at(-1)!.path).toEqual(["附件：看灯须知"]);
  });

  test("a decision is read by its items, not by the articles it quotes", () => {
    const text =
      "关于修改《灯会办法》的决定\n对灯会办法作如下修改：\n一、将第三条修改为：\n第三条 灯会三日。\n二、删去第七条。\n三、本决定自2024年1月1日起施行。";
    expect(numbersOf(text)).toEqual(["T0", "S1", "S2", "S3"]);
    expect(parseLaw(text)).toMatchObject({ effective: "2024-01-01" });
  });

  test("headings 一、二 above articles are a path, not sections", () => {
    const text =
      "关于灯会纠纷的解释\n一、灯会的认定\n第一条 一。\n第二条 二。\n二、灯会的时间\n第三条 三。";
    const { articles } = parseLaw(text);
    expect(articles.map(({ number, path }) => [number, path[0]])).toEqual([
      ["1", "一、灯会的认定"],
      ["2", "一、灯会的认定"],
      ["3", "二、灯会的时间"],
    ]);
  });

  test("a notice without articles is read by its sections", () => {
    const text =
      "关于办好灯会的通知\n各街道：\n一、早做准备。\n（一）清点灯笼；\n（二）检查电线。\n二、注意安全。";
    expect(numbersOf(text)).toEqual(["T0", "S1", "S2"]);
    expect(wordingOf(text, "S1")![0]!.items).toHaveLength(2);
  });

  test("a text without any count is kept whole", () => {
    expect(parseLaw("关于灯会日的决定\n每年正月十五为灯会日。").articles).toMatchObject([
      { number: "T0", paragraphs: [{ text: "每年正月十五为灯会日。" }] },
    ]);
  });

  test("nothing of the body is lost", () => {
    const said = JSON.stringify(parseLaw([...HEAD, ...CONTENTS, ...BODY].join("\n")).articles);
    for (const line of BODY.filter((one) => !/^第.[章节]/.test(one)))
      expect(said).toContain(line.replace(/^第.条(?:之一)?\u3000/, ""));
  });
});
