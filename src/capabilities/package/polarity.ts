/** What a clause says of a word in it: it is so, it is not so, or that cannot be told. */
export type Polarity = "yes" | "no" | "unclear";

/** Hold a 不 or 没 and deny nothing: 不光, 差不多, 别人. */
const NO_DENIAL =
  /不光|不但|不仅|不只|不止|不单|没错|没问题|没关系|不得不|少不了|免不了|差不多|不错|不到|不足|不超过|不大于|不少于|不低于|不管|不论|无论|不大|不多|不少|不小(?!心)|不贵|不久|未来|非常|除非|非洲|非(?=处方|营利|要|得)|别(?=人|的|处|墅|家|区|地)|(?<=[特级类分区差个识])别|not only|no problem|not far|no(?:t)? (?:more|less) than/giu;
const DENIAL =
  /[不没未无非别甭]|\b(?:no|not|never|without|none|neither|nor|non|cannot|dont|wont|isnt|free of|instead of|rather than)\b|n't/giu;
/** A denial that reaches the word behind it: between them stand only words of having and doing. */
const REACHES = new RegExp(
  `[不没未无非别甭](?:有|是|算|属于|要|用|需要?|必|会|能|想|打算|准备|计划|做|卖|办|设|搞|弄|整|装修?|安装?|带|提供|供应?|给|管|开|存|放|拉|运|送|去|到|在|进|上|再|过|了|占|干|碰|沾|接|招|雇|请|聘|加入?|涉及|牵涉|含|包括?|包含|使|存在|欠|收|洗|喷|挖|砍|列入|被|什么|啥|任何|一点儿?|半点|这些?|那些?|这个|那个|这种|那种|个|家|台|部|间|的|自己|单独|另外|额外|专门|其他|[＿、和跟或])*$`,
  "u",
);
const REACHES_ENGLISH =
  /(?:\b(?:no|not|never|without|non|neither|nor|dont|wont|isnt)\b|n't)[\s-]*(?:(?:a|an|any|the|have|has|having|had|get|be|been|being|is|are|do|doing|sell|selling|make|making|serve|serving|offer|offering|provide|providing|plan|planning|to|need|want|going|use|using|own|part|of|kind|such|our|my|carry|carrying|hire|hiring|really|in|on)\s+)*$/iu;
/** 早餐不提供, 电梯倒没有: the thing first, then that it is not so. */
const DENIED_BEHIND =
  /^(?:的|店|这块儿?|这些|那些|之类的?|什么的|啥的|嘛|呢|么|啊|我们?|咱们?|俺们?|就|也|都|倒|是|可|反正|肯定|暂时|先|目前|现在|一样|从来|[一半][个家台部间]|[＿、和跟或\s])*[不没未](?:有|是|做|卖|办|设|搞|弄|整|装|带|提供|供|开|存|放|拉|算|要|用|需要|打算|会|想|干|动|接|碰|跑|管|在)+(?:了|的|啦|过|啊|吧)*$|^[\s:：-]+(?:no|none|not (?:needed|planned|sold|ours))\s*$/iu;

/** It is another's, or the house's, and says nothing of the visitor's own. */
const OF_OTHERS =
  /楼上|楼下|隔壁|旁边|对面|附近|周围|邻居|(?<!租)别人|(?<!租)人家|他家|他们家|对门|前任|上家|房东|朋友|外面|外头|外边|(?:大楼|整栋楼?|楼里|物业|商场|小区|公家|开发商|市场)的|next door|upstairs|downstairs|neighbou?r|someone else|other people|previous (?:owner|tenant)|landlord/iu;
const OF_THE_PAST =
  /(?<![业张门工修])(?:以前|之前)|从前|原先|早先|曾经|早年|去年|前年|\bused to\b|previously|formerly|in the past|years? ago/iu;
const UNDECIDED =
  /可能|也许|没准|兴许|说不定|备不住|保不齐|不一定|不确定|不知道|不清楚|将来|以后再|再说|如果|要是|万一|假如|maybe|perhaps|\bmight\b|possibly|\bif\b/iu;
/** 装过电梯, 装修过了: it was so once; whether it still is, or is still to come, is not said. */
const OVER = /过$/u;
const DONE = /^(?:过|完)/u;
/** 有没有电梯, 要装修吗. */
const ASKING_BEFORE = /(.)[不没]\1\S{0,2}$/u;
const ASKING_AT_END = /(?:吗|么|不|没)[?？]?$|\?$/u;
const HAVING = /有/u;
/** An own business named first: 隔壁… 我们… */
const OWN = /^(?:我|咱|俺|自己|本店|we\b|ours?\b)/iu;

/**
 * How a word stands in its clause. A denial, a past, another's place that is not understood is never a yes.
 * @param at where the word begins
 */
export function polarityOf(clause: string, at: number, length: number): Polarity {
  const { front, back } = around(clause, at, length);
  if (isOpen(clause, front, back) || asksItself(clause.slice(0, at + length), back))
    return "unclear";
  const [denials, behind] = [denialsIn(front), denialsIn(back)];
  if (denials === 0 && behind === 0) return OVER.test(front) || DONE.test(back) ? "unclear" : "yes";
  if (denials === 0) return DENIED_BEHIND.test(back) && !HAVING.test(front) ? "no" : "unclear";
  const reaches = REACHES.test(front) || REACHES_ENGLISH.test(front);
  return denials === 1 && behind === 0 && reaches ? "no" : "unclear";
}

/** Whether words that themselves say no are said plainly: not so in 不是没有电梯, 以前没有电梯. */
export function isSaidPlainly(clause: string, at: number, length: number): boolean {
  const { front, back } = around(clause, at, length);
  return !isOpen(clause, front, back) && denialsIn(front) === 0;
}

function around(clause: string, at: number, length: number) {
  const plain = clause.replaceAll(NO_DENIAL, (match) => "＿".repeat(match.length));
  return { front: plain.slice(0, at), back: plain.slice(at + length) };
}

/** 烟卖不卖: the word's own verb is asked. */
const asksItself = (said: string, back: string): boolean =>
  back.startsWith(`不${said.at(-1) ?? ""}`) || back.startsWith(`没${said.at(-1) ?? ""}`);

const denialsIn = (part: string): number => part.match(DENIAL)?.length ?? 0;

const isOpen = (clause: string, front: string, back: string): boolean =>
  OF_OTHERS.test(clause) ||
  UNDECIDED.test(clause) ||
  OF_THE_PAST.test(clause) ||
  ASKING_BEFORE.test(front) ||
  ASKING_AT_END.test(back);

/** Whether a clause without a word of its own takes back what was so before: 以前是连锁的，现在不是了. */
export const takesBack = (before: string, clause: string): boolean =>
  OF_THE_PAST.test(before) &&
  /^(?:现在|如今|这会儿|眼下|后来|这次|这回|今年|我们?|咱们?)*(?:都|也|已经|早就?|就)?[不没](?:再)?(?:是|做|干|动|装|拉|卖|开|弄|搞|有|用|整|了|的|啦)*$|^(?:now )?(?:not any ?more|no longer|not now)$/iu.test(
    clause,
  );

/** Whether a clause says that what was named before it is another's: 有电梯，不是我的. */
export const disowns = (clause: string): boolean =>
  /^(?:但|可|就是)?(?:不是|不归|不属于)(?:我|咱|俺|自己|本店)|^(?:it is |it's )?not (?:ours|mine|my own|our own)\b/iu.test(
    clause,
  );

/** "隔壁那家 有舞池": a short clause that only names another's place speaks for the next too. */
export const namesAnothersPlace = (clause: string, next: string): boolean =>
  clause.length <= 6 && OF_OTHERS.test(clause) && !OWN.test(next);

/** Whether a text leaves it open. */
export const isUndecided = (text: string): boolean =>
  /^(?:可能|也许|没准|兴许|说不定|备不住|不一定|再说|再看|maybe|perhaps)(?:吧|呢|再说|再看|了|是|不是|要|有|会)*[。.!！\s]*$/iu.test(
    text.trim(),
  );
