import { describe, expect, test } from "vitest";
import { FRESH } from "../../../src/domain/conversation.ts";
import { remember } from "../../../src/capabilities/ask/memory.ts";
import type { Decision } from "../../../src/capabilities/ask/decision.ts";
import type { Hearing } from "../../../src/capabilities/capability.ts";
import { planner, planningTools } from "../../support/planning.ts";

describe("a plan grows with what is said", () => {
  test("question, answer, changed plan", () => {
    const say = planner();
    const first = say("开个小饭店都得跑哪几个地方")!;
    expect(first.state.package).toMatchObject({ package: "restaurant", asking: "area" });
    expect(first.text).toContain("多少平方米");
    const second = say("60")!;
    expect(second.state.package?.facts).toEqual({ area: 60 });
    expect(second.text).toContain("60平方米");
    const third = say("不是连锁")!;
    expect(third.text).toContain("要办：小餐饮经营许可");
    expect(third.text).toContain("不用办：食品经营许可");
  });

  test("what is said in the first line counts at once", () => {
    const { state } = planner()("开个200平的火锅店，不装修，一共要办几个证")!;
    expect(state.package).toMatchObject({
      package: "restaurant",
      facts: { area: 200, renovates: false },
    });
  });

  test("not known: the next question, not the same again", () => {
    const say = planner();
    say("开饭店一共要办几个证");
    const { state, text } = say("不知道")!;
    expect(state.package?.skipped).toEqual(["area"]);
    expect(state.package?.asking).not.toBe("area");
    expect(text).toContain("先放着");
  });

  test("a correction, with and without its unit", () => {
    const say = planner();
    say("开饭店一共要办几个证");
    expect(say("60平")!.state.package?.facts.area).toBe(60);
    expect(say("不对，是400平")!.state.package?.facts.area).toBe(400);
    expect(say("说错了，应该是90")!.state.package?.facts.area).toBe(90);
  });

  test("why we ask is told by what depends on it", () => {
    const say = planner();
    say("开饭店一共要办几个证");
    expect(say("为什么问这个")!.text).toContain("食品经营许可");
  });

  test("the whole time and the papers of the whole", () => {
    const say = planner();
    say("开饭店一共要办几个证");
    say("200平");
    expect(say("一共要多久")!.text).toMatch(/最长的一条线.*13个工作日/);
    expect(say("一共要准备哪些材料")!.text).toContain("只交一次");
  });

  test("when nothing is left to ask, the papers of each step are offered", () => {
    const say = planner();
    let last = say("雇个外国人从头到尾要办哪些手续")!;
    last = say("不是港澳台")!;
    last = say("在国外")!;
    last = say("两年")!;
    expect(last.state.package?.asking).toBeNull();
    expect(last.text).toContain("Z字签证");
    expect(last.guarded.reply.choices[0]?.text).toContain("要带什么材料");
  });
});

describe("another subject in between", () => {
  test("a question is not an answer", () => {
    const say = planner();
    say("开饭店一共要办几个证");
    for (const question of [
      "食品证要多少钱",
      "消防检查要不要预约",
      "卖烟要证吗",
      "how long does it take",
    ])
      expect(say(question)).toBeNull();
  });

  test("after it a bare yes no longer answers our question, but facts with their words still do", () => {
    const say = planner();
    const { state } = say("开饭店一共要办几个证")!;
    const hearing = { state, lang: "zh" } as Hearing;
    const after = remember([{ kind: "which-matter", facets: [] } as unknown as Decision], hearing);
    const back = planner(after);
    expect(back("是")).toBeNull();
    expect(back("200")).toBeNull();
    expect(back("店面200平")!.state.package).toMatchObject({
      package: "restaurant",
      facts: { area: 200 },
    });
  });

  test("asked again by its name, the package keeps what is known; another one begins anew", () => {
    const say = planner();
    say("开饭店一共要办几个证");
    say("200平");
    expect(say("开餐饮店")!.state.package?.facts).toEqual({ area: 200 });
    expect(say("那开网吧呢")!.state.package).toMatchObject({ package: "internet-cafe", facts: {} });
  });

  test("nothing is taken while no package is open", () => {
    const say = planner(FRESH);
    for (const line of ["200平", "是", "不装修", "不知道"]) expect(say(line)).toBeNull();
  });
});

test("what cannot be done is said alone, with the other ways", () => {
  const say = planner();
  say("办补习班所有手续都有啥");
  const barred = say("给小学生补数学")!;
  expect(barred.text).toContain("不再批新机构");
  expect(barred.text).not.toContain("门头招牌");
  expect(barred.state.package?.asking).toBeNull();
  const [other] = barred.guarded.reply.choices;
  expect(say(other!.text)!.text).toContain("校外培训机构设立");
});

test("in English", () => {
  const say = planner();
  const first = say("Which permits do I need in all to open a restaurant?", "en")!;
  expect(first.guarded.reply.lang).toBe("en");
  expect(first.text).toContain("How many square metres");
  const second = say("60 sqm, not a chain")!;
  expect(second.text).toContain("Needed: Small catering licence");
  expect(second.text).not.toMatch(/[一-鿿]/);
});

describe("every package can be told", () => {
  const { knowledge } = planningTools();
  test.each(
    [...knowledge.packages.values()].flatMap(
      ({ name, id }) =>
        [
          [id, "zh", name.zh],
          [id, "en", name.en],
        ] as const,
    ),
  )("%s in %s", (id, lang, name) => {
    const { guarded, state, text } = planner()(name, lang)!;
    expect(state.package?.package).toBe(id);
    expect(guarded.held).toBeNull();
    expect(text).not.toMatch(/undefined|\{\w+\}/);
    const foreign = lang === "en" ? /[一-鿿]/ : /\bIf\b/;
    expect(text).not.toMatch(foreign);
    expect(guarded.reply.choices.length).toBeGreaterThan(0);
  });
});
