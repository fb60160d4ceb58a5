import { describe, expect, test } from "vitest";
import { resolveOwnWords } from "../../../src/capabilities/ask/resolve.ts";
import { FRESH, type ConversationState } from "../../../src/domain/conversation.ts";

const asked: ConversationState = {
  ...FRESH,
  subject: { item: "company-establishment", handling: null },
  asked: {
    options: [
      { label: "企业普通注销登记", subject: "company-deregistration" },
      { label: "简易注销登记", subject: "simple-deregistration" },
    ],
    facets: [],
    times: 1,
  },
};

describe("a place in the list is the option at that place", () => {
  test.each([
    ["1", "企业普通注销登记"],
    ["第二个", "简易注销登记"],
    ["前者", "企业普通注销登记"],
    ["the second one", "简易注销登记"],
    ["2.", "简易注销登记"],
  ])("%s", (text, option) => {
    expect(resolveOwnWords(text, asked)).toEqual({ text: option, again: false });
  });

  test("a place that is not in the list, or no list, is only a number", () => {
    expect(resolveOwnWords("第四个", asked).text).toBe("第四个");
    expect(resolveOwnWords("2", FRESH).text).toBe("2");
  });
});

describe("a correction says what is meant, and the question stays", () => {
  test.each([
    ["不对，我说的是个体户", "个体户"],
    ["不是公司，是个体户", "个体户"],
    ["错了，我问的是药店", "药店"],
    ["I mean the fire filing", "the fire filing"],
    ["No, I meant a sole trader", "a sole trader"],
  ])("%s", (text, meant) => {
    expect(resolveOwnWords(text, asked)).toEqual({ text: meant, again: true });
  });
});

test.each(["不锈钢厂要办什么证", "Nobody told me about the fee", "是不是要备案", "要是占的耕地呢"])(
  "%s is no correction of its subject",
  (text) => {
    expect(resolveOwnWords(text, FRESH).text.length).toBeGreaterThan(text.length / 2);
  },
);
