import { describe, expect, test } from "vitest";
import { planner } from "../../support/planning.ts";

/** Opens a plan and says lines to it; each must be taken. */
function visit(...lines: string[]) {
  const say = planner();
  return lines.map((line) => {
    const turn = say(line);
    expect(turn, line).not.toBeNull();
    return turn!;
  });
}

const factsAfter = (...lines: string[]) => visit(...lines).at(-1)!.state.package!.facts;
const choicesAfter = (...lines: string[]) =>
  visit(...lines)
    .at(-1)!
    .guarded.reply.choices.map(({ text }) => text);

describe("a sentence that is not understood throws nobody out", () => {
  test.each([
    ["聘用外国人", "干活挺好的小伙"],
    ["开运输公司", "三台"],
    ["开宾馆民宿", "二十三间房"],
    ["开宾馆民宿", "原先供早餐"],
    ["开餐饮店", "一部分已答"],
    ["开餐饮店", "没有包间"],
    ["开餐饮店", "我这店在二楼把头"],
    ["开餐饮店", "家里老人看着"],
    ["开餐饮店", "好的"],
    ["开药店", "俺们这旮沓没别家"],
    ["Open a restaurant", "my uncle helps me"],
    ["Open a restaurant", "near the station"],
    ["Open a pharmacy", "blue walls"],
  ])("%s → %s: the question again, the plan kept", (name, line) => {
    const [first, second] = visit(name, line);
    expect(second!.state.package).toEqual(first!.state.package);
    expect(second!.guarded.reply.choices).toEqual(first!.guarded.reply.choices);
    expect(second!.text).toMatch(/没有记|nothing was noted/);
  });

  test("and the buttons under the question still work", () => {
    expect(factsAfter("聘用外国人", "他挺能干的", "是")).toEqual({ exempt: true });
    expect(
      visit("Open a restaurant", "near the station", "I do not know yet").at(-1)!.state.package!
        .skipped,
    ).toEqual(["area"]);
    expect(
      visit("Open a restaurant", "near the station", "I do not know").at(-1)!.state.package!
        .skipped,
    ).toEqual(["area"]);
    expect(visit("开餐饮店", "老楼", "我不知道").at(-1)!.state.package!.skipped).toEqual(["area"]);
  });

  test("every button of every question is understood", () => {
    for (const name of [
      "开餐饮店",
      "开药店",
      "开奶茶店、小吃店",
      "开培训机构",
      "办大型活动、演出",
      "开烟花爆竹店",
      "Open a pharmacy",
    ]) {
      for (const choice of choicesAfter(name)) {
        const turn = visit(name, choice).at(-1)!;
        expect(turn.text, `${name}: ${choice}`).not.toMatch(/没有记|nothing was noted/);
      }
    }
  });

  test("what is unclear is named, not booked", () => {
    const turn = visit("开餐饮店", "楼上是KTV").at(-1)!;
    expect(turn.state.package!.facts).toEqual({});
    expect(turn.text).toContain("唱歌、舞池、游戏机");
  });
});

describe("another matter leaves the plan, and the plan can be come back to", () => {
  test.each([
    "我要投诉隔壁饭店",
    "城管把我摊子收了",
    "罚了我两千",
    "我要办烟草专卖零售许可证",
    "办社保",
    "我想查一下公积金",
    "食品经营许可证",
    "那消防呢",
    "卖烟要证吗",
    "I want to complain about the landlord",
    "renew my visa",
  ])("%s", (line) => {
    const say = planner();
    say("开饭店一共要办几个证");
    expect(say(line)).toBeNull();
  });

  test.each(["回到刚才那个", "接着说开店的事", "说回开饭店的事", "back to the plan"])(
    "%s",
    (line) => {
      const say = planner();
      say("开饭店一共要办几个证");
      say("60平");
      const { state, text } = say(line)!;
      expect(state.package).toMatchObject({
        package: "restaurant",
        facts: { area: 60 },
        asking: "chain",
      });
      expect(text).toMatch(/营业执照|Business licence/);
    },
  );

  test("an earlier undertaking is come back to by its name", () => {
    expect(visit("开餐饮店", "开超市", "回到开餐饮店").at(-1)!.state.package?.package).toBe(
      "restaurant",
    );
  });

  test("重新来 begins the same plan with nothing known", () => {
    const turn = visit("开餐饮店", "60平", "不是连锁", "重新来").at(-1)!;
    expect(turn.state.package).toMatchObject({
      package: "restaurant",
      facts: {},
      skipped: [],
      asking: "area",
    });
  });
});

describe("what is known does not contradict itself", () => {
  test("a stated cost says that there are works", () => {
    expect(factsAfter("开宾馆民宿", "装修投了120万")).toMatchObject({
      cost: 1_200_000,
      renovates: true,
    });
  });

  test("the later word wins, and the reply says what was changed", () => {
    const no = visit("开宾馆民宿", "预算120万", "不装修了").at(-1)!;
    expect(no.state.package!.facts).toEqual({ renovates: false });
    expect(no.text).toContain("120万元");
    const yes = visit("开宾馆民宿", "不装修", "说错了，装修花30万").at(-1)!;
    expect(yes.state.package!.facts).toMatchObject({ renovates: true, cost: 300_000 });
    expect(yes.text).toContain("改过来了");
  });

  test("what was so before is told when it no longer is", () => {
    const turn = visit("开餐饮店", "是加盟的", "以前是加盟 现在不是了").at(-1)!;
    expect(turn.state.package!.facts).toMatchObject({ chain: false });
    expect(turn.text).toContain("改过来了：连锁加盟，原来记的“是”，现在“否”");
  });
});

describe("a rough number on a bound is asked for exactly", () => {
  test("八九十平 decides neither licence", () => {
    const turn = visit("开餐饮店", "不是连锁", "八九十平吧").at(-1)!;
    expect(turn.state.package).toMatchObject({
      asking: "area",
      facts: { area: { atLeast: 80, atMost: 90 } },
    });
    expect(turn.text).toContain("准数");
    expect(turn.text).not.toMatch(/不用办：(?:小餐饮|食品经营)/);
  });

  test("twice rough, the next question", () => {
    expect(visit("开餐饮店", "八九十平", "七八十平").at(-1)!.state.package!.asking).not.toBe(
      "area",
    );
  });
});

describe("inside a plan the whole is asked for", () => {
  const asked = (line: string) => visit("开餐饮店", "60平", line).at(-1)!;

  test("what it costs, with what is not known", () => {
    const { text } = asked("一共多少钱");
    expect(text).toContain("不收费");
    expect(text).toContain("营业执照");
    expect(text).toContain("没有录入");
    expect(text).toContain("是连锁店或者加盟店吗");
  });

  test("where to begin", () => {
    const { text } = asked("先办哪个");
    expect(text).toContain("营业执照");
    expect(text).not.toContain("门头招牌");
  });

  test("what takes longest, and all of it", () => {
    expect(asked("哪个最慢").text).toMatch(/3个工作日/);
    expect(asked("一共几天").text).toMatch(/加不进去/);
    expect(visit("开奶茶店、小吃店", "给我说说一共几天").at(-1)!.text).toMatch(/没有录入时限/);
  });

  test("whom to call", () => {
    expect(asked("给谁打电话").text).toContain("12345");
  });
});

describe("a plan is short enough for a phone", () => {
  test("what depends stands in one line, its conditions come when asked", () => {
    const say = planner();
    const first = say("开餐饮店")!;
    expect(first.text).toMatch(/其余看情况\d+项/);
    expect(first.text).not.toContain("设唱歌包间、舞池、游戏机的");
    expect(first.guarded.reply.citations.length).toBeLessThan(20);
    const more = say(first.guarded.reply.choices.at(-1)!.text)!;
    expect(more.text).toContain("设唱歌包间、舞池、游戏机的");
    expect(more.state.package?.asking).toBe("area");
  });

  test("an answer tells what it changed, not the table again", () => {
    const second = visit("开餐饮店", "60平", "不是连锁").at(-1)!;
    expect(second.text).toContain("要办：小餐饮经营许可");
    expect(second.text).toContain("80平方米");
    expect(second.text).not.toContain("核对选址");
  });
});
