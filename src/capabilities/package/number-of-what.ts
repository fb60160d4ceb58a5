import type { PackageFact } from "../../domain/package.ts";

/** Money and time are said of many things: which words make a sum this one, and which another. */
const NAMES: Record<string, readonly [RegExp, RegExp]> = {
  元: [
    /装|改造|翻新|修|投|预算|施工|工程|花|renovat|fit|decorat|works|budget|invest|cost|rmb/iu,
    /租|工资|薪|注册资|本金|罚|押金|转让|兑|加盟费|货款|设备|每?月|rent|salary|wage|capital|fine|deposit/iu,
  ],
  天: [
    /干|待|呆|工作|上班|聘|雇|合同|签|来|work|stay|contract|hire|\bfor\b/iu,
    /经验|以前|之前|前|岁|毕业|experience|\bago\b|\bold\b/iu,
  ],
};

/**
 * Whether a sum or a time in a clause is the one this fact is about.
 * @param text the whole message: "要装 大概三十万" names it in another clause
 */
export function isOfFact(clause: string, text: string, fact: PackageFact, asked: boolean): boolean {
  const [own, others] = NAMES[fact.unit?.zh ?? ""] ?? [];
  if (own === undefined || others === undefined) return true;
  if (others.test(clause)) return false;
  return own.test(clause) || asked || (own.test(text) && !others.test(text));
}

/** 使用面积 is less than the 建筑面积 that the thresholds count. */
const NET_AREA = /使用面积|套内|实用面积|净面积|usable|net (?:floor )?area/iu;
const GROSS_AREA = /建筑面积|建面|gross|floor area/iu;

/** Which area a clause names; "plain": only a number. */
export function areaNamed(clause: string): "net" | "gross" | "plain" {
  if (NET_AREA.test(clause)) return "net";
  return GROSS_AREA.test(clause) ? "gross" : "plain";
}

/** One of several: each floor, each room, every month. */
export const isOfEach = (front: string): boolean =>
  /[每各](?:\S{0,3})$|\beach\b|\bper\b/iu.test(front);
