import { describe, expect, test } from "vitest";
import { lookedUp } from "./looked-up.ts";

describe("an officer's questions on the papers of a penalty", () => {
  test.each([
    ["当事人想复印处罚卷宗行不行", "staff-file-shown"],
    ["笔录当事人拒绝签字怎么写", "staff-party-will-not-sign"],
    ["他不接决定书，能留置送达吗", "staff-party-will-not-sign"],
    ["检查的时候没开执法记录仪算不算违法", "staff-recorder"],
    ["有人冒充市场监管收罚款怎么办", "staff-impostors"],
    ["我们罚错了能自己改吗", "staff-own-mistake"],
    ["没告知听证权利就吊销了许可证", "staff-hearing-left-out"],
    ["食品复检的费用谁出", "staff-retest"],
    ["偷排废水，公安拘几天", "evasion-detention"],
  ])("%s → %s", async (asked, rule) => {
    expect((await lookedUp(asked)).shown[0]).toBe(rule);
  });
});

describe("whom an emergency speaks to", () => {
  test.each(["有人要跳楼了", "/转办 有人跳楼", "有个工人爬上塔吊说要跳，员工站在楼顶"])(
    "%s: of another, the police first",
    async (asked) => {
      const told = await lookedUp(asked);
      expect(told.outcome).toBe("emergency");
      expect(told.text.indexOf("110")).toBeLessThan(told.text.indexOf("12356"));
      expect(told.text).not.toContain("您一定很难受");
    },
  );

  test("who thinks of it is spoken to", async () => {
    expect((await lookedUp("我不想活了，想跳楼")).text).toContain("您一定很难受");
  });

  test("poisoning in a canteen brings 120 and the duty to report", async () => {
    const told = await lookedUp("工地食堂集体中毒，多久要上报");
    expect(told.outcome).toBe("emergency");
    expect(told.text).toMatch(/120[^]*报告[^]*市场监管[^]*卫生健康/u);
  });

  test("the same duty has its article where nobody is ill", async () => {
    expect((await lookedUp("食品安全事故要向谁报告")).sources).toContain("food-safety-law/103");
  });
});

describe("whose matter it is", () => {
  test.each([
    ["土方车漏土漏了一路，哪家罚，交警管不管", "road-traffic-safety-law/48"],
    ["校门口卖电子烟谁管", "minors-protection-law/59"],
    ["路边有死羊谁来收", "animal-epidemic-prevention-law/58"],
  ])("%s → %s", async (asked, article) => {
    expect((await lookedUp(asked)).sources).toContain(article);
  });
});

describe("violations that used to find another matter's fine", () => {
  test.each([
    ["/裁量 卖客户信息", "personal-information"],
    ["/裁量 瞒报事故", "accident-concealed"],
    ["/裁量 在线监测 造假", "evasion-discharge"],
    ["/裁量 给过期钢瓶充气", "gas-cylinder-filling"],
    ["/裁量 食物中毒没上报", "food-accident-unreported"],
  ])("%s → %s", async (asked, table) => {
    expect((await lookedUp(asked)).shown[0]).toBe(table);
  });

  test("fruit takes no food licence, and no fine is named for lacking one", async () => {
    const told = await lookedUp("/裁量 没证卖水果");
    expect(told.text).toContain("不需要取得食品经营许可");
    expect(told.text).not.toMatch(/\d万元/u);
  });
});

test("a complaint outside competence is told so beside the clock", async () => {
  expect((await lookedUp("没有管辖权的投诉咋办 几天移送")).text).toContain("不移送");
});
