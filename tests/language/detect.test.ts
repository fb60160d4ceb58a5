import { expect, test } from "vitest";
import { detectLanguage } from "../../src/language/detect.ts";

test.each([
  ["开公司要带什么材料", "zh"],
  ["Do I need a licence?", "en"],
  ["food licence fee", "en"],
  ["shipin jingying xuke zheng", "zh"],
  ["yingyezhizhao zenme ban", "zh"],
  ["食品licence要多久", "zh"],
  ["What is 营业执照 and how do I apply for it?", "en"],
  ["CMA 怎么办", "zh"],
  ["hi", "en"],
])("%s is answered in %s", (text, lang) => {
  expect(detectLanguage(text, lang === "zh" ? "en" : "zh")).toBe(lang);
});

test("without words the language of before is kept", () => {
  expect(detectLanguage("123 ?", "en")).toBe("en");
  expect(detectLanguage("😀", "zh")).toBe("zh");
});
