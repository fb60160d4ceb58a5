import { expect, test } from "vitest";
import { isForeign } from "../../src/language/foreign.ts";

test.each([
  "Здравствуйте, как открыть ресторан?",
  "식당을 열려면 어떤 허가가 필요합니까",
  "レストランを開くにはどの許可が必要ですか",
  "لدي سؤال عن الرخصة",
  "อยากเปิดร้านอาหาร",
  "Xin chào, tôi muốn hỏi một chút",
  "Guten Tag, ich möchte eine Firma gründen",
])("neither Chinese nor English: %s", (text) => {
  expect(isForeign(text)).toBe(true);
});

test.each([
  "优の良品要办什么证",
  "kāi fàn diàn yào bàn shén me zhèng",
  "Do I need a licence for my café?",
  "开个 Café 要啥证",
  "ㄎㄞ ㄉㄧㄢˋ",
  "开店",
  "12345",
])("Chinese or English: %s", (text) => {
  expect(isForeign(text)).toBe(false);
});
