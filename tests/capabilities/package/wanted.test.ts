import { describe, expect, test } from "vitest";
import { anotherPackage, wantedPackage } from "../../../src/capabilities/package/wanted.ts";
import { planningTools } from "../../support/planning.ts";

const wanted = (text: string) => wantedPackage({ text }, planningTools())?.id ?? null;

describe("one licence, one change and another body's matter stay with ask", () => {
  test.each([
    "开饭店要什么证",
    "开饭店需要什么手续",
    "食品经营许可证要什么材料",
    "开饭店食品证多久能下来",
    "开药店的许可证收费吗",
    "KTV许可证到期了怎么续",
    "开网吧要不要公安审批",
    "企业注销要什么材料",
    "饭店换证要跑几趟",
    "我在饭店上班，健康证都要去哪办",
    "劳务派遣许可证办下来要几个工作日",
    "一共要交多少材料才能办营业执照",
    "超市卖烟要什么证",
    "办食品证都要准备啥材料",
    "消防检查都要准备什么",
    "所有材料都要盖章吗",
    "你们一共能办多少事项",
    "行政审批局一共有几个窗口",
    "我要投诉一家饭店",
    "how long does a food licence take",
    "Do I need a licence to open a restaurant?",
    "你好，一共有几个办事大厅",
    "全部材料都要原件吗",
    "外卖小哥都要办什么",
    "我家孩子上学要跑几个部门",
    "离婚一共要跑几趟",
    "买房过户要去几个地方",
    "公积金提取要哪些手续",
    "退休要办哪些手续",
    "驾照换证总共多少钱",
    "which permits do I need to fly a drone",
    "everything about your office please",
    "how many steps to renew a passport",
    "新生儿落户从头到尾要办什么",
    "公司变更法人要办哪些手续",
    "增加注册资本要走哪些步骤",
    "食品经营许可证延续要哪些步骤",
  ])("%s", (text) => {
    expect(wanted(text)).toBeNull();
  });
});

describe("an undertaking as a whole opens its package", () => {
  test.each([
    ["restaurant", "开饭店都要办哪些手续"],
    ["restaurant", "开饭店跑哪几个部门"],
    ["restaurant", "我想在开发区盘个饭馆，全部手续给我说说"],
    ["restaurant", "朋友打算开家火锅店，得办几个证啊"],
    ["restaurant", "自己开个小烧烤店，从头到尾都要干啥"],
    ["restaurant", "开餐馆哪些证要先办哪些后办"],
    ["restaurant", "what permits and licences in all for opening a restaurant"],
    ["drinks-snack-shop", "想弄个奶茶店，一共得办几个证"],
    ["drinks-snack-shop", "开个咖啡馆，全套手续都有啥"],
    ["supermarket", "小区里支个便利店，都要办什么证"],
    ["supermarket", "开小超市要跑几个部门"],
    ["hotel", "把家里房子做成民宿要办哪些手续"],
    ["hotel", "开个小旅馆总共要什么许可"],
    ["pharmacy", "我要开个药房，所有许可都要哪些"],
    ["internet-cafe", "开网咖整套流程"],
    ["ktv", "开个KTV从头到尾要多少手续"],
    ["ktv", "盘下来一个歌厅，都得重新办哪些证"],
    ["beauty-hair-salon", "开理发店一共几个证"],
    ["beauty-hair-salon", "支个美甲店得办哪些手续"],
    ["bath-pool-gym", "开个带泳池的健身房要办哪些证"],
    ["pet-clinic-opening", "宠物医院开业都要办哪些证"],
    ["training-school", "办个舞蹈培训班一共要办哪些手续"],
    ["labour-dispatch-company", "成立劳务派遣公司全流程"],
    ["hr-agency", "开个猎头公司需要哪些许可"],
    ["freight-company", "买了三台大货车跑货运，全部手续有哪些"],
    ["vehicle-repair-shop", "开汽修厂都要办哪些手续"],
    ["bookkeeping-company", "开个代账公司全套怎么办"],
    ["foreign-trade-company", "做进出口贸易的公司一共要办哪些登记"],
    ["logistics-warehouse", "建个冷库存冻货，都要办哪些手续"],
    ["food-factory", "我要办一个食品加工厂，从零到投产的所有手续"],
    ["clinic", "开个牙科诊所要过几道审批"],
    ["nursery", "开托育园都要办哪些手续"],
    ["elderly-home", "办养老院一共要办几个证"],
    ["plant-from-land", "我们公司拿了块地要建厂，全过程要办什么"],
    ["foreign-invested-company", "日本公司想在片区设公司，从头到尾要办哪些手续"],
    ["close-company", "公司不开了，要跑哪几个部门"],
    ["close-company", "注销公司的全流程"],
    ["move-company", "公司搬家都要改哪些证照"],
    ["mortgage-renewal", "厂房抵押贷款到期想续贷，解押再抵押整个流程"],
    ["electricity-with-land", "新厂房通电全部流程"],
    ["hire-foreigners", "雇一个美国人来上班，全套手续"],
    ["large-event", "办一场演唱会需要哪些许可"],
    ["fireworks-shop", "卖烟花要办哪些手续"],
    ["travel-agency", "开旅行社都要办哪些证"],
    ["move-company", "Everything we must change when our company moves"],
    ["hire-foreigners", "all steps to hire a German engineer"],
    ["plant-from-land", "which approvals are needed to build a factory from land to start"],
  ])("%s: %s", (id, text) => {
    expect(wanted(text)).toBe(id);
  });
});

test("every package answers to its name and to its own questions", () => {
  const missed = [...planningTools().knowledge.packages.values()].flatMap((pack) =>
    [pack.name.zh, pack.name.en, ...pack.questions.zh, ...pack.questions.en]
      .filter((question) => wanted(question) !== pack.id)
      .map((question) => `${pack.id}: ${question}`),
  );
  expect(missed).toEqual([]);
});

test("in the middle of a plan another undertaking is named in passing", () => {
  expect(anotherPackage("那开网吧呢", planningTools())?.id).toBe("internet-cafe");
  expect(anotherPackage("那消防呢", planningTools())).toBeNull();
  expect(anotherPackage("200平", planningTools())).toBeNull();
});
