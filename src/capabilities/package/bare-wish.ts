import type { Package } from "../../domain/package.ts";
import type { Knowledge } from "../../knowledge/load.ts";
import { normalise } from "../../search/normalise.ts";
import { clausesOf } from "./clauses.ts";
import { factsSaid } from "./facts.ts";
import { spoken } from "./spoken.ts";

/** What may stand in front of an undertaking that is only wished for: 我想在开发区, 屯子里. */
const IN_FRONT =
  /^(?:[我俺咱]家|我们?|俺们?|咱们?|家里|媳妇|老公|对象|朋友|自己|也|就|想要?|打算|准备|计划|寻思|琢磨|合计|要|来|去|(?:在|搁)\p{Script=Han}{1,6}|\p{Script=Han}{1,5}(?:里|上|边|旁|区|镇|村|屯|街|口|下|市|县))*$/u;
/** And behind it: 要啥, 咋整, but not 要什么证, which asks for one licence. */
const BEHIND =
  /^(?:呢|吧|了|啊|呀|的话|店)*(?:都|得|需要?|该|应该|要|到底|，)*(?:(?:办|弄|准备|整|干|做)?(?:点|些)?(?:啥|什么)|(?:咋|怎么|怎样|如何)(?:整|办|弄|开|搞|办理|操作|走|干)?|流程)?(?:呢|啊|呀)?$/u;
const IN_FRONT_ENGLISH =
  /^(?:(?:hi|hello|so|please) )*(?:(?:i|we|my friend|my wife) ?)?(?:(?:want|wants|would like|plan|am planning|are planning|am going|are going|hope|intend|wish|need|like) )?(?:how (?:do|can|should|could) (?:i|we) |how )?(?:to )?$/u;
const BEHIND_ENGLISH =
  /^(?: (?:here|in (?:the )?(?:zone|town|yingkou|china)|please|what do i need|what is needed))*$/u;

const bare = (text: string) => normalise(text).replaceAll(/[\s\p{P}]/gu, "");
const words = (text: string) =>
  normalise(text)
    .replaceAll(/[\p{P}]/gu, " ")
    .replaceAll(/\b(?:an?|the|my|our|small|little|new|id)\b/gu, " ")
    .replaceAll(/\s+/gu, " ")
    .trim();

type Name = { pack: Package; name: string };
/** The packages never change while running, the knowledge of a day is made anew: names are collected once for the former. */
const names = new WeakMap<Knowledge["packages"], { zh: Name[]; en: Name[] }>();

/**
 * The package of a sentence that only wishes to open something, with or without facts of it: 我想开个面馆，六十平.
 * @returns null when the sentence asks something of its own
 */
export function barelyWished(text: string, knowledge: Knowledge): Package | null {
  const { zh, en } = names.get(knowledge.packages) ?? collect(knowledge);
  const english = wishIn(words(text), en, IN_FRONT_ENGLISH, BEHIND_ENGLISH);
  if (english) return english;
  const clauses = clausesOf(text);
  const wished = clauses.flatMap(
    (clause) => wishIn(bare(spoken(clause)), zh, IN_FRONT, BEHIND) ?? [],
  )[0];
  if (!wished) return null;
  const belongs = (clause: string) =>
    wishIn(bare(spoken(clause)), zh, IN_FRONT, BEHIND) === wished ||
    BEHIND.test(bare(clause)) ||
    Object.keys(factsSaid(clause, wished, null)).length > 0;
  return clauses.every(belongs) ? wished : null;
}

/** The longest name that stands in the words with nothing but a wish around it. */
function wishIn(
  said: string,
  named: readonly Name[],
  front: RegExp,
  behind: RegExp,
): Package | null {
  const fits = named.filter(({ name }) => {
    const at = said.indexOf(name);
    return at >= 0 && front.test(said.slice(0, at)) && behind.test(said.slice(at + name.length));
  });
  return fits.sort((a, b) => b.name.length - a.name.length)[0]?.pack ?? null;
}

/** Only what is opened: who says 公司注销 may want that one item. */
function collect(knowledge: Knowledge) {
  const packs = [...knowledge.packages.values()];
  const zh = packs.flatMap((pack) =>
    [...pack.name.zh.split("、"), ...pack.aliases.zh]
      .map((name) => ({ pack, name: bare(spoken(name)) }))
      .filter(({ name }) => /^[开租].{2}|馆$/u.test(name)),
  );
  const en = packs.flatMap((pack) =>
    [pack.name.en, ...pack.aliases.en]
      .map((name) => ({ pack, name: words(name) }))
      .filter(({ name }) => /^(?:open|start|set up)\b/u.test(name)),
  );
  names.set(knowledge.packages, { zh, en });
  return { zh, en };
}
