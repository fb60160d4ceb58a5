import type { Package } from "../../domain/package.ts";
import { featuresOf } from "../../search/features.ts";
import { normalise } from "../../search/normalise.ts";
import type { RecordHit } from "../../search/record-search.ts";
import type { Hearing, Tools } from "../capability.ts";
import { barelyWished } from "./bare-wish.ts";
import { spoken } from "./spoken.ts";

/** Words by which people ask for everything an undertaking needs, not for one licence. */
const EVERYTHING: readonly RegExp[] = [
  /一件事|一条龙|全套|整套|全流程|全过程|全程|从头到尾|从零|所有(?:的)?(?:手续|证|许可|备案|步骤|审批)|(?:全部|整个)(?:的)?(?:手续|证|许可|流程|要)|一共|总共|一揽子/u,
  /(?:都|全)(?:得|要|需要|该|应该|需)?(?:跑|办|去|找|弄|准备|批|走)(?:些|齐|好|全)?(?:啥|什么|哪|谁|几)/u,
  /(?:办|弄|备|准备|要)(?:得)?齐/u,
  /(?:都|全)(?:得|要|需要|该)(?:有)?(?:啥|什么|哪些)(?:证|手续|许可|部门)/u,
  /(?:跑|去|找|过)(?:哪几|几)(?:个|家|趟|道)/u,
  /(?:哪些|哪几个|几个|多少个?|几道|几样)(?:证|手续|许可|审批|部门|地方|步骤|环节|备案)/u,
  /先.{1,8}还是先/u,
  /先(?:办|做|跑|去|过)?(?:哪|啥|什么|谁).{0,4}(?:后|再|接着)|先后顺序|按(?:什么|啥)顺序|第一步.{0,6}(?:第二步|然后)/u,
  /\b(?:everything|all (?:the )?(?:\w+ )?(?:licen[cs]es|permits|steps|approvals|registrations|papers)|whole process|start to finish|from start|one[- ]stop|which (?:licen[cs]es|permits|approvals|steps|registrations|departments)|every (?:step|permit|licen[cs]e)|in order|in all)\b/iu,
];

/** One licence is meant, unless the undertaking is named: 办食品证, 换证. */
const ONE_LICENCE = /(?:换|补|续|年检|办)(?:个|张)?\p{Script=Han}{0,6}?证(?!件|照)/u;
const SEVERAL = /(?:几个|几张|哪些|哪几个|什么|啥|所有的?|全部的?|多少个?)证/u;

/** One change of a company or a licence is a matter of its own. */
const ONE_CHANGE =
  /法人|法定代表人|股东|股权|增资|减资|注册资本|经营范围|改名|年报|延续|延期|续期|补办|legal representative|shareholder|business scope/iu;
/** One word alone ("everything about your office") names no undertaking. */
const FEWEST_WORDS = 2;

/** Least share of the words that a package must hold where it is not named. */
const SURE = 0.45;
/** Less is enough where no other package comes near. */
const ALONE = { share: 0.3, times: 2 };

/** What is needed to tell whether a package is meant. */
export type PackageTools = Pick<Tools, "packages" | "knowledge" | "directory">;

/**
 * The package that a question asks for as a whole, or that is simply wished for.
 * @returns null when it asks for one licence, or no package is sure
 */
export function wantedPackage(
  { text }: Pick<Hearing, "text">,
  tools: PackageTools,
): Package | null {
  const { packages, knowledge } = tools;
  const typed = bare(text).replace(/^一件事/u, "");
  const named = [...knowledge.packages.values()].find((pack) => isItsName(typed, pack));
  if (named) return named;
  const wished = barelyWished(text, knowledge);
  if (wished) return wished;
  if (!EVERYTHING.some((pattern) => pattern.test(text))) return null;
  const [best, second] = [packages.find(text, 2), packages.find(spoken(text), 2)].sort(
    ([a], [b]) => (b?.named ?? 0) - (a?.named ?? 0) || (b?.share ?? 0) - (a?.share ?? 0),
  )[0]!;
  if (!best || !isMeant(text, best, second)) return null;
  const pack = knowledge.packages.get(best.id)!;
  return best.named < 2 && isAnothersMatter(text, pack, tools) ? null : pack;
}

/** How many words or characters of a text can be searched for. */
const wordsOf = (text: string) =>
  new Set(featuresOf(text).filter((feature) => !/[=+]/u.test(feature))).size;

/** "新生儿落户" names another body's matter; a door that is a step of the package does not count. */
function isAnothersMatter(
  text: string,
  { steps }: Package,
  { directory: { doors }, knowledge }: PackageTools,
): boolean {
  const door = doors.find(text, 1)[0];
  if (door === undefined || door.named < 2) return false;
  const government = knowledge.outside.get(door.id)?.kind === "government";
  return government && !steps.some(({ does }) => does === door.id);
}

function isMeant(text: string, best: RecordHit, second: RecordHit | undefined): boolean {
  if (best.named >= 2) return true;
  if (ONE_LICENCE.test(text) && !SEVERAL.test(text)) return false;
  if (ONE_CHANGE.test(text) || wordsOf(text) < FEWEST_WORDS) return false;
  const alone = best.share >= ALONE.share && best.share >= ALONE.times * (second?.share ?? 0);
  return best.share >= SURE || alone;
}

/** "那开网吧呢": another undertaking, in the middle of a plan. */
export function anotherPackage(
  text: string,
  { packages, knowledge }: Pick<Tools, "packages" | "knowledge">,
): Package | null {
  if (!/^(?:那|那么|换成|改成|要是|如果|还是说?|what about|and |instead)/iu.test(text)) return null;
  const hit = packages.find(spoken(text), 1)[0];
  return hit && hit.named >= 2 ? knowledge.packages.get(hit.id)! : null;
}

const bare = (text: string) => normalise(text).replaceAll(/[\s\p{P}]/gu, "");

/** Packages never change while running: their names are made bare once. */
const bareNames = new WeakMap<Package, readonly string[]>();

function isItsName(typed: string, pack: Package): boolean {
  const names = bareNames.get(pack) ?? [bare(pack.name.zh), bare(pack.name.en)];
  bareNames.set(pack, names);
  return names.includes(typed);
}
