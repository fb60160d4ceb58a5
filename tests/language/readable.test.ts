import { expect, test } from "vitest";
import { readable } from "../../src/language/readable.ts";

test.each([
  ["<b>食品证</b>要多久", "食品证 要多久"],
  ["https://example.org/a?b=c 排水许可", "排水许可"],
  ['{"role":"user","text": 塔吊登记}', "塔吊登记"],
  ["[食品证](https://x.y) 多久", "食品证 多久"],
  ["ḟóöḋ ĺíċèñċé", "food licence"],
  ["食品经营许可", "食品经营许可"],
])("%s is read as what a person would hear", (text, heard) => {
  expect(
    readable(text)
      .replaceAll(/[\s{}[\],"]+/g, " ")
      .trim(),
  ).toContain(heard);
});
