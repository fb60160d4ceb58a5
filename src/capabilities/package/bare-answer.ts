import type { PackageFact } from "../../domain/package.ts";

/** Little words that say neither yes nor no. */
const PARTICLES = /[的啊呢吧呀哦嗯恩诶哎呗哈咧嘛哒了，。,.!！、\s]/gu;
const ADVERBS =
  /我们?|咱们?|俺们?|这个|那个|暂时|目前|现在|应该|肯定|当然|确实|全都?|[都也就还先真]/gu;
/** Say yes and no to any question. */
const YES = /^(?:是|对|有|要|会|得|能|行|中|可以|想|需要|打算|没错|确定|必须)+$/u;
const NO = /^(?:否|无|(?:从来|从)?[不没未](?:有|是|用|要|会|能|得|算|想|需要|打算|准备|必)*)$/u;
/** 装, 不卖, 打算办: only where the question holds that verb. */
const VERB =
  /^([不没未]有?|从来[不没])?(?:要|会|想|打算|准备|得|用)*(\p{Script=Han}{1,2}?)(?:一?点儿?|一下|过)?$/u;

const ENGLISH_YES = new Set([
  "yes",
  "yeah",
  "yep",
  "yup",
  "y",
  "sure",
  "correct",
  "right",
  "definitely",
  "absolutely",
  "course",
]);
const ENGLISH_NO = new Set([
  "no",
  "nope",
  "n",
  "not",
  "none",
  "never",
  "nothing",
  "neither",
  "don't",
  "dont",
  "won't",
  "wont",
  "isn't",
  "aren't",
  "haven't",
  "doesn't",
]);
const ENGLISH_REST = new Set(
  "of we i it they there that do does will is are have has am any yet at all please thanks thank you sir be".split(
    " ",
  ),
);

/**
 * A reply that is yes or no and nothing else, to the question that was asked.
 * @returns null when it says more, or answers with a verb that was not asked
 */
export function bareYesOrNo(text: string, fact: PackageFact): boolean | null {
  return /\p{Script=Han}/u.test(text) ? chinese(text, fact) : english(text);
}

function chinese(text: string, { ask }: PackageFact): boolean | null {
  const plain = text.replaceAll(PARTICLES, "");
  const core = plain.replaceAll(ADVERBS, "");
  // 嗯, 当然 and 肯定 alone are a yes.
  if (core === "") return /[嗯恩]|当然|肯定|确实/u.test(text) ? true : null;
  if (YES.test(core)) return true;
  if (NO.test(core)) return false;
  const [, denial, verb] = VERB.exec(core) ?? [];
  if (verb === undefined || !asksFor(verb, ask.zh)) return null;
  return denial === undefined;
}

/** 装 is asked by "要不要装修", 卖 by "卖不卖烟"; a question of two conditions is answered by no verb. */
const asksFor = (verb: string, question: string): boolean =>
  !/而且/u.test(question) &&
  new RegExp(`[不没要会]${verb}|^${verb}|还${verb}|、${verb}`, "u").test(question);

function english(text: string): boolean | null {
  const words =
    text
      .toLowerCase()
      .replaceAll("’", "'")
      .match(/[a-z']+/gu) ?? [];
  const known = words.every((word) =>
    [ENGLISH_YES, ENGLISH_NO, ENGLISH_REST].some((set) => set.has(word)),
  );
  if (!known) return null;
  if (words.some((word) => ENGLISH_NO.has(word))) return false;
  const affirms = words.some((word) => ENGLISH_YES.has(word));
  return affirms || /^(?:we|i|it|they|there) (?:do|will|is|are|have)$/u.test(words.join(" "))
    ? true
    : null;
}
