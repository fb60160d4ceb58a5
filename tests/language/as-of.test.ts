import { describe, expect, test } from "vitest";
import { readAsOf } from "../../src/language/as-of.ts";

describe("the day whose rules are asked about", () => {
  test.each([
    ["2021年6月25日的时候卖零食要不要证", "2021-06-25", "卖零食要不要证"],
    ["2021-06-25那会儿开饭店要啥手续", "2021-06-25", "开饭店要啥手续"],
    ["按2022年3月的规定，注册公司要几天", "2022-03-01", "注册公司要几天"],
    ["2019年那阵广告发布登记还办不办", "2019-07-01", "广告发布登记还办不办"],
    [
      "as of 2021-06-25, do I need a licence to sell snacks",
      "2021-06-25",
      "do I need a licence to sell snacks",
    ],
    ["环评登记表，按2026.8.1的规定怎么备案", "2026-08-01", "环评登记表， 怎么备案"],
  ])("%s", (text, day, rest) => {
    expect(readAsOf(text)).toEqual({ day, text: rest });
  });

  test.each([
    "我2021年6月25日拿的证，什么时候到期",
    "2021年办的食品证还能用吗",
    "注册资本2024年7月1日以后怎么缴",
    "2021年13月40日的时候",
    "2021-06-25",
  ])("a date in a question is not a question about that day: %s", (text) => {
    expect(readAsOf(text)).toBeNull();
  });
});
