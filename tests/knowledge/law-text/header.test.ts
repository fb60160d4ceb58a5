import { describe, expect, test } from "vitest";
import { parseLaw } from "../../../src/knowledge/law-text/parse-law.ts";

const END = "\n第一条 点灯。\n第二条 本办法自2021年8月1日起施行。";

describe("what the head says is kept, what it does not say is null", () => {
  test("a law with its amendments", () => {
    const head =
      "中华人民共和国灯笼法\n（1999年4月29日第九届全国人民代表大会常务委员会第九次会议通过　根据2013年6月29日第十二届全国人民代表大会常务委员会第三次会议《关于修改〈中华人民共和国灯笼法〉的决定》第一次修正　根据2020年10月17日第十三届全国人民代表大会常务委员会第二十二次会议《关于修改部分法律的决定》第二次修正）";
    expect(parseLaw(head + END)).toMatchObject({
      title: "中华人民共和国灯笼法",
      issuer: "全国人民代表大会常务委员会",
      adopted: "1999-04-29",
      published: null,
      amended: ["2013-06-29", "2020-10-17"],
      effective: "2021-08-01",
      version: "2020修正",
      number: null,
    });
  });

  test("a regulation by its order", () => {
    const head =
      "灯会条例\n（2004年11月1日中华人民共和国国务院令第923号公布　自2004年12月1日起施行）";
    expect(parseLaw(head + "\n第一条 点灯。")).toMatchObject({
      number: "国务院令第923号",
      issuer: "国务院",
      published: "2004-11-01",
      version: "2004公布",
    });
  });

  test("a rule behind the order that publishes it", () => {
    const head =
      "国家灯笼管理总局令\n第 45 号\n《灯笼办法》已经2021年6月3日国家灯笼管理总局第3次局务会议审议通过，现予公布，自2021年8月1日起施行。\n局长　某某\n2021年6月7日\n灯笼办法";
    expect(parseLaw(head + END)).toMatchObject({
      title: "灯笼办法",
      number: "国家灯笼管理总局令第45号",
      issuer: "国家灯笼管理总局",
      effective: "2021-08-01",
    });
  });

  test("a notice by its file number", () => {
    const text = "关于灯会的通知\n灯监规〔2025〕10号\n各街道：\n一、早做准备。\n二、注意安全。";
    expect(parseLaw(text)).toMatchObject({ number: "灯监规〔2025〕10号", effective: null });
  });

  test("days in Chinese numerals", () => {
    const head = "灯会办法\n（一九九一年六月二十九日云桥市人民代表大会常务委员会第二十次会议通过）";
    expect(parseLaw(head + END)).toMatchObject({
      adopted: "1991-06-29",
      issuer: "云桥市人民代表大会常务委员会",
      version: "1991通过",
    });
  });

  test("from its publication on is a day only when that day is known", () => {
    const ending = "\n第一条 点灯。\n第二条 本办法自公布之日起施行。";
    expect(parseLaw(`灯会办法${ending}`).effective).toBeNull();
    const known = "灯会办法\n（2020年3月1日云桥市人民政府令第8号公布）";
    expect(parseLaw(known + ending).effective).toBe("2020-03-01");
  });

  test("what it repeals, but not a law of which only an article ends", () => {
    const ending =
      "\n第一条 点灯。\n第二条 本办法自2021年8月1日起施行。《挂灯规定》、《卖灯规定》（云政〔1999〕2号）同时废止。《市容条例》第五条同时废止。";
    expect(parseLaw(`灯会办法${ending}`).repeals).toEqual(["挂灯规定", "卖灯规定"]);
  });

  test("nothing at all", () => {
    expect(parseLaw("灯会办法\n第一条 点灯。\n第二条 熄灯。")).toMatchObject({
      title: "灯会办法",
      number: null,
      issuer: null,
      adopted: null,
      published: null,
      amended: [],
      effective: null,
      version: null,
      repeals: [],
    });
  });
});
