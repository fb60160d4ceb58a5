import type { Package } from "../../domain/package.ts";
import type { Hearing, Tools } from "../capability.ts";

/** Words by which people ask for everything an undertaking needs, not for one licence. */
const EVERYTHING: readonly RegExp[] = [
  /一件事|一条龙|全套|整套|全流程|全过程|从头到尾|从零|所有(?:的)?(?:手续|证|许可)|全部(?:的)?(?:手续|证|许可)|一共(?:要|得|需要)?(?:办|跑|几)|总共|一揽子|打包/u,
  /(?:都|全)(?:得|要|需要|该|应该|需)?(?:跑|办|去|找|弄|准备)(?:些)?(?:啥|什么|哪)/u,
  /(?:跑|去|找)(?:哪几|几)(?:个|家|趟)/u,
  /(?:哪些|哪几个|几个|多少个?)(?:证|手续|许可|部门|地方|步骤|环节)/u,
  /(?:先|第一步)(?:办|做).{0,6}(?:后|再)(?:办|做)|先后顺序|按(?:什么|啥)顺序/u,
  /\b(?:everything|all (?:the )?(?:licen[cs]es|permits|steps|approvals)|whole process|start to finish|one[- ]stop|which (?:licen[cs]es|permits|approvals))\b/iu,
];

/** Least share of the words that a package must hold where it is not named. */
const SURE = 0.45;

/**
 * The package that a question asks for as a whole.
 * @returns null when it asks for one licence, or no package is sure
 */
export function wantedPackage({ text }: Hearing, { packages, knowledge }: Tools): Package | null {
  const [hit] = packages.find(text, 1);
  if (!hit) return null;
  const pack = knowledge.packages.get(hit.id)!;
  const typed = text.toLowerCase();
  const byName = [pack.name.zh, pack.name.en.toLowerCase()].some((name) => typed.includes(name));
  if (byName) return pack;
  const asksForAll = EVERYTHING.some((pattern) => pattern.test(text));
  return asksForAll && (hit.named >= 2 || hit.share >= SURE) ? pack : null;
}
