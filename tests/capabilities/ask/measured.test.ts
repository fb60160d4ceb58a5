import { describe, expect, test } from "vitest";
import { measuredStatements } from "../../../src/capabilities/ask/measured.ts";
import { loadKnowledge } from "../../../src/knowledge/load.ts";
import { KNOWLEDGE, visit, theCore } from "../../support/visit.ts";

const { catalogue } = loadKnowledge(KNOWLEDGE);
const said = (item: string, text: string) =>
  measuredStatements(text, catalogue.items.get(item)!).map(({ zh }) => zh);

/** Written from the articles: the bound, one below and one above, with what must and must not follow. */
const BOUNDS: [item: string, text: string, follows: RegExp][] = [
  ["road-freight-licence", "总质量4499公斤的货车", /不用办/],
  ["road-freight-licence", "总质量4500公斤的货车", /不用办/],
  ["road-freight-licence", "总质量4501公斤的货车", /要办/],
  ["road-freight-licence", "4.5吨的货车", /不用办/],
  ["road-freight-licence", "a 5 t truck", /要办/],
  ["mass-event-safety", "999人的活动", /不属于/],
  ["mass-event-safety", "1000人的活动", /县级/],
  ["mass-event-safety", "1001人的活动", /县级/],
  ["mass-event-safety", "4999人的活动", /县级/],
  ["mass-event-safety", "5000人的活动", /市级/],
  ["mass-event-safety", "5001人的活动", /市级/],
  ["construction-permit", "299平的房子", /可以不办/],
  ["construction-permit", "300平的房子", /可以不办/],
  ["construction-permit", "301平的房子", /不在免办范围/],
  ["construction-permit", "投资29.9万", /可以不办/],
  ["construction-permit", "投资30万", /可以不办/],
  ["construction-permit", "投资30.1万", /不在免办范围/],
  ["labour-dispatch-licence", "注册资本199万", /不够/],
  ["labour-dispatch-licence", "注册资本200万", /够了/],
  ["labour-dispatch-licence", "注册资本201万", /够了/],
  ["labour-dispatch-licence", "派遣的占9%", /没超过/],
  ["labour-dispatch-licence", "派遣的占10%", /没超过/],
  ["labour-dispatch-licence", "派遣的占11%", /超了/],
  ["hr-service-licence", "就2个人", /不够/],
  ["hr-service-licence", "一共3个人", /够了/],
  ["bookkeeping-agency", "2名会计", /不够/],
  ["bookkeeping-agency", "3名会计", /够了/],
  ["internet-cafe", "离小学199米", /不能设/],
  ["internet-cafe", "离小学200米", /不能设/],
  ["internet-cafe", "离小学201米", /不拦/],
  ["travel-agency-licence", "注册资本29万", /不够/],
  ["travel-agency-licence", "注册资本30万", /够了/],
  ["foreigner-work-permit", "来干89天", /5个工作日/],
  ["foreigner-work-permit", "来干90天", /5个工作日/],
  ["foreigner-work-permit", "来干91天", /20个工作日/],
  ["foreigner-work-permit", "今年17岁", /不能申请/],
  ["foreigner-work-permit", "今年18岁", /符合/],
  ["foreigner-work-permit", "今年60岁", /符合/],
  ["foreigner-work-permit", "今年61岁", /一般不批/],
  ["after-school-training", "一次收费3个月", /没有超/],
  ["after-school-training", "一次收费4个月", /超了/],
  ["after-school-training", "一次收60课时", /没有超/],
  ["after-school-training", "一次收61课时", /超了|超过/],
  ["company-establishment", "认缴5年", /符合/],
  ["company-establishment", "认缴6年", /不行/],
  ["company-establishment", "50个股东", /可以设/],
  ["company-establishment", "51个股东", /不能设/],
  ["road-occupation-digging", "新建才4年的路", /不能挖/],
  ["road-occupation-digging", "新建满5年的路", /不拦/],
  ["green-space-trees", "99年的树", /不到100年/],
  ["green-space-trees", "100年的树", /古树/],
  ["lawyer-notary-practice", "合伙所2名合伙人", /不够/],
  ["lawyer-notary-practice", "合伙所3名合伙人", /够了/],
  ["developer-qualification", "注册资本99万", /不够/],
  ["developer-qualification", "注册资本100万", /够了/],
  ["social-organisation", "会员49人", /不够/],
  ["social-organisation", "会员50人", /够50/],
  ["social-organisation", "活动资金2.9万", /不够/],
  ["social-organisation", "活动资金3万", /够了/],
];

describe("the visitor's own number is put on its side of the bound", () => {
  test.each(BOUNDS)("%s: %s", (item, text, follows) => {
    expect(said(item, text).join("\n")).toMatch(follows);
  });
});

describe("a number that is not this one says nothing", () => {
  test.each([
    ["company-establishment", "我开了6年店想注册公司"],
    ["internet-cafe", "200平米的网吧"],
    ["internet-cafe", "离地铁口100米"],
    ["mass-event-safety", "办个音乐节要什么材料"],
  ])("%s: %s", (item, text) => {
    expect(said(item, text)).toEqual([]);
  });
});

test("in a conversation the side of the bound is the first thing said", async () => {
  const turn = await visit(theCore()).say("我这台车三吨八要办营运证不");
  expect(turn.reply.blocks[0]).toMatchObject({
    kind: "lead",
    text: expect.stringMatching(/^总质量4500千克及以下/),
  });
});
