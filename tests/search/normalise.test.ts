import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { normalise } from "../../src/search/normalise.ts";
import { simplified } from "../../src/search/simplified.ts";

describe("normalising", () => {
  test.each([
    ["traditional characters of Taiwan", "營業執照", "营业执照"],
    ["traditional characters of Hong Kong", "衞生許可", "卫生许可"],
    ["simplified text, unchanged", "著作权 怎么 乾隆", "著作权 怎么 乾隆"],
    ["capitals", "KTV Licence", "ktv license"],
    ["British and American spelling", "labour organisation", "labor organization"],
    ["accents", "café", "cafe"],
    ["ü as the keyboard writes it", "lǜshī", "lvshi"],
    ["repeated punctuation", "真的？？？！！", "真的?!"],
    ["Chinese with a space after every character", "食 品 许 可", "食品许可"],
    ["Chinese words with a space between them, kept apart", "公司 变更", "公司 变更"],
    ["a usual slip of the keyboard", "开个帐户", "开个账户"],
  ])("%s", (_what, typed, searched) => {
    expect(normalise(typed)).toBe(searched);
  });

  test("is done once: a second time changes nothing", () => {
    const words = fc.constantFrom(
      "營業",
      "帐户",
      "Licence",
      "organisation",
      "甚么",
      "??",
      " ",
      "é",
      "食",
      "'s",
      "咋地",
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 12 }), (parts) => {
        const once = normalise(parts.join(""));
        expect(normalise(once)).toBe(once);
      }),
    );
  });

  test("takes any string", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
        expect(normalise(text).isWellFormed()).toBe(true);
      }),
    );
  });

  test("a long text is ready at once", () => {
    const started = performance.now();
    normalise("aaaais食 品'sour?!".repeat(700));
    expect(performance.now() - started).toBeLessThan(500);
  });
});

test("a text without traditional characters is the very same text", () => {
  expect(simplified("办理食品经营许可证 abc")).toBe("办理食品经营许可证 abc");
});
