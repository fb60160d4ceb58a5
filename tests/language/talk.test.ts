import { describe, expect, test } from "vitest";
import { loadKnowledge } from "../../src/knowledge/load.ts";
import { talkReader } from "../../src/language/talk.ts";
import { KNOWLEDGE } from "../support/visit.ts";

const { lexicon } = loadKnowledge(KNOWLEDGE);
const read = talkReader(lexicon.talk, lexicon.fillers);

describe("small talk is heard as what it is", () => {
  test.each([
    ["你好", "greeting"],
    ["您好啊！", "greeting"],
    ["Hello", "greeting"],
    ["nihao", "greeting"],
    ["谢谢啊", "thanks"],
    ["谢谢，说得挺明白", "thanks"],
    ["Thank you very much", "thanks"],
    ["你是机器人吗", "robot"],
    ["Are you a robot?", "robot"],
    ["转人工", "person"],
    ["I want to talk to a human please", "person"],
    ["你能干什么", "what-can-you"],
  ])("%s → %s", (text, kind) => {
    expect(read(text)).toBe(kind);
  });
});

describe("a greeting before a question is no small talk", () => {
  test.each([
    "你好，开公司要什么材料",
    "谢谢，那多少钱呢",
    "hi, do I need a food licence",
    "您好请问食品证多久",
    "不办行不行",
    "不弄行不行啊",
  ])("%s", (text) => {
    expect(read(text)).toBeNull();
  });
});
