import { describe, expect, test } from "vitest";
import type { Role } from "../../../src/domain/message.ts";
import { plainText } from "../../../src/domain/plain-text.ts";
import { theCore, visit } from "../../support/visit.ts";
import { lookedUp } from "./looked-up.ts";

/** What is told to the last of several sentences said in one conversation. */
async function talked(sentences: readonly string[], as: Role = "staff") {
  const visitor = visit(theCore(), as);
  const turns = [];
  for (const sentence of sentences) turns.push(await visitor.say(sentence));
  const { outcome, record, reply, capability } = turns.at(-1)!;
  const shown = (record as { items: { id: string }[] }).items.map(({ id }) => id);
  return { outcome, capability, shown, text: plainText(reply) };
}

describe("who is asked for, in an officer's words", () => {
  test.each([
    ["饭店油烟熏得楼上没法开窗，谁来罚？", "catering-fumes"],
    ["电梯没年检谁罚", "special-equipment-use"],
    ["彩钢房违建谁拆", "illegal-building"],
    ["营业执照骗来的，哪个单位撤销登记", "business-registration"],
    ["食品摊贩归城管还是市场监管管", "food-stalls-workshops"],
    ["烟草局移交来的无证户，市场局罚还是烟草局罚", "tobacco"],
    ["电动车在楼道充电谁罚", "e-bike-parking"],
    ["楼下广场舞太吵派给谁", "social-noise"],
    ["没证卖香烟谁吊销他的证", "tobacco"],
    ["网吧放小孩进去，文旅局还是公安局罚", "internet-cafes"],
    ["网约车没证哪家查", "ride-hailing-taxi"],
    ["黑诊所该谁处理", "medical-institutions"],
    ["who fines selling cigarettes without a licence", "tobacco"],
  ])("%s → %s", async (asked, row) => {
    const told = await lookedUp(asked);
    expect(told.outcome).toBe("answered");
    expect(told.shown).toEqual([row]);
  });

  test.each(["谁来罚", "这事归谁管", "罚多少"])("%s: which matter is asked back", async (asked) => {
    const told = await lookedUp(asked);
    expect(told.outcome).toBe("clarification");
    expect(told.text).toContain("说的是哪件事");
    expect(told.text).not.toContain("企业办审批的事");
  });

  test("two bodies that both filed are a rule, for staff as for others", async () => {
    const told = await lookedUp("城管和市场局都立案了谁管");
    expect(told.sources).toContain("administrative-penalty-law/25");
  });

  test("several matters in one are each told", async () => {
    const told = await lookedUp("油烟归谁管？夜里施工呢？还有狗叫");
    expect(told.shown).toEqual(["catering-fumes", "construction-noise", "dogs-animals"]);
  });

  test("published numbers are not subtracted", async () => {
    expect((await lookedUp("388减330等于多少")).text).toContain("不能相加、相减");
  });
});

describe("what goes on about the matter", () => {
  test.each([
    [["油烟扰民归谁管", "那烧烤呢"], "open-air-barbecue", "烧烤"],
    [["油烟扰民归谁管", "那要是居民楼里开的呢"], "catering-fumes", "关闭"],
    [["网吧归谁管", "半夜还开着呢"], "internet-cafes", "8时到24时"],
    [["网吧归谁管", "谁发的证"], "internet-cafes", "审批（发证）"],
    [["露天烧烤归谁管", "罚多少"], "open-air-barbecue", "5000元"],
  ])("%j → %s", async (sentences, record, says) => {
    const told = await talked(sentences);
    expect(told.shown[0]).toBe(record);
    expect(told.text).toContain(says);
  });

  test("several violations of one matter are offered", async () => {
    const told = await talked(["网吧归谁管", "罚多少"]);
    expect(told.outcome).toBe("clarification");
    expect(told.text).toContain("哪一种");
  });

  test("is over when an item is talked of", async () => {
    const told = await talked(["油烟扰民归谁管", "食品经营许可证要什么材料", "罚多少"]);
    expect(told.capability).toBe("ask");
  });
});

describe("a day is asked for", () => {
  test.each([
    ["这个投诉2026年9月28日收到，最晚哪天告知受理", "2026-10-13"],
    ["9月30日收到的举报，15个工作日到哪天", "2026-10-27"],
    ["9月28日收的投诉，最迟什么时候要告知", "2026-10-13"],
    ["扣押是2026年10月1日做的，哪天到期", "2026-10-31"],
    ["2026-08-12立案，处罚决定最晚哪天", "2026-11-10"],
    ["听证告知书2026年11月10日送的，哪天截止", "2026-11-17"],
    ["信访件9月8日收到，最迟几号登记", "2026-09-23"],
    ["施工许可证2026年9月28日收的材料，最晚哪天批", "2026-10-05"],
    ["A complaint received on 28 September 2026: by when must acceptance be told?", "2026-10-13"],
    ["昨天收到的投诉最晚哪天受理", "2026-12-02"],
  ])("%s → %s, for staff and citizens", async (asked, day) => {
    for (const as of ["staff", "citizen"] as const) {
      const told = await lookedUp(asked, as);
      expect(told.outcome).toBe("answered");
      expect(told.text).toContain(day);
    }
  });

  test("is judged by the rules of the day it runs from", async () => {
    const told = await lookedUp("2026年4月14日收到的投诉最晚哪天受理");
    expect(told.sources).toContain("market-complaint-report-interim-measures/14");
    expect(told.text).toContain("2026-04-23");
  });

  test("without a procedure staff are asked which", async () => {
    const told = await lookedUp("2026年4月29日收的，最晚哪天要告知");
    expect(told.outcome).toBe("clarification");
    expect(told.choices).toContain("/clock 投诉 2026-04-29");
  });

  test("a bare count is one of the calendar and says so", async () => {
    const told = await lookedUp("从2026年9月28日起15个工作日是哪天");
    expect(told.text).toContain("2026-10-23");
    expect(told.text).toContain("不是哪条法律的结论");
  });

  test("a day that is none is said to be", async () => {
    expect((await lookedUp("2026年2月30日收到的投诉最晚哪天受理")).text).toContain("没看懂日期");
  });
});

describe("how long a step of enforcement takes", () => {
  test.each([
    ["行政处罚要多久内作出决定", "penalty-case", "90日"],
    ["行政处罚没在90天内作出怎么办", "penalty-case", "90日"],
    ["办案期限能延长几次", "penalty-case", "可延长30日"],
    ["检测时间算不算在办案期限里", "penalty-case", "不计入"],
    ["行政处罚过了两年还能罚吗", "penalty-limitation", "2年"],
    ["违法行为过了几年就不罚了", "penalty-limitation", "5年"],
    ["扣押多少天", "seizure", "30日"],
    ["信访件多少天", "petition", "60日"],
    ["听证要几天内提", "hearing", "工作日"],
    ["听证申请几天", "hearing", "5日"],
    ["处罚公示要几天内上网", "penalty-publicity", "20个工作日"],
  ])("%s → %s", async (asked, clock, says) => {
    const told = await lookedUp(asked);
    expect(told.shown).toEqual([clock]);
    expect(told.text).toContain(says);
  });

  test("how long an approval takes stays with the catalogue", async () => {
    const told = await talked(["食品经营许可证多久能办下来"]);
    expect(told.capability).toBe("ask");
  });
});

describe("how much a named violation costs", () => {
  test.each([
    ["没处方卖处方药罚多少", "drug-retail-72"],
    ["烧秸秆罚多少", "straw-burning"],
    ["网吧放未成年人进来怎么罚", "internet-cafe-31"],
    ["公示年报没报罚多少", "annual-report"],
    ["砸承重墙怎么罚", "bearing-walls"],
    ["偷税怎么罚", "tax-evasion"],
  ])("%s → %s, for everybody", async (asked, table) => {
    for (const as of ["staff", "enterprise", "citizen"] as const) {
      const told = await lookedUp(asked, as);
      expect(told.shown[0]).toBe(table);
      expect(told.leads.length).toBeGreaterThan(0);
      expect(told.text).toContain("由执法机关依法决定");
    }
  });

  test.each([
    [["食品经营许可证要什么材料", "晚了罚不罚"]],
    [["办食品证要多久", "过期了怎么罚"]],
    [["食品经营许可证要什么材料", "罚多少"]],
    [["开公司要带什么材料", "不办会罚多少"]],
    [["我被罚了怎么办"]],
  ])("%j stays with the item or the catalogue", async (sentences) => {
    expect((await talked(sentences, "enterprise")).capability).toBe("ask");
  });
});

describe("questions of visitors about applying are the catalogue's", () => {
  test.each([
    "开网吧归谁批",
    "食品经营许可证去哪办",
    "我要开饭店，最晚什么时候办食品证",
    "无人机黑飞归谁管",
    "劳务派遣许可证多久能办下来",
  ])("%s", async (asked) => {
    expect((await talked([asked], "enterprise")).capability).toBe("ask");
  });
});
