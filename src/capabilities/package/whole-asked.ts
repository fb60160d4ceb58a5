/** What of the whole is wanted. */
export type Focus = "all" | "time" | "papers" | "cost" | "first" | "slowest" | "whom" | "open";

/** What may stand around a question about the whole: 那一共得, 办下来大概. */
const AROUND = String.raw`(?:那|这些?|那些|给我|帮我|说说|算算|看看|全部|整个|都|一共|总共|所有的?|手续|办下来|办齐|办全|弄完|办完|下来|加一?起来?|合计|大概|大约|前后|最快|得|要|需要|该|能|花|用|，|,|\s)*`;
const END = String.raw`(?:呢|啊|呀|吧|吗|么|不)*[?？。!！]*`;
const whole = (asked: string) => new RegExp(`^${AROUND}(?:${asked})${END}$`, "iu");

/** Asked in the middle of a plan, these mean the whole of it. */
const WHOLE: readonly (readonly [Focus, RegExp])[] = [
  ["open", /看情况的|(?:哪些|哪几项|什么|啥).{0,4}看情况|which (?:ones )?depend|what depends/iu],
  [
    "cost",
    whole(
      "(?:交|收|掏)?(?:多少钱|多少费用|什么费用|啥费用|几个钱|费用多少|收费(?:多少)?|要钱|花钱|交钱)",
    ),
  ],
  [
    "cost",
    /^(?:so |and |ok )?(?:what|how much)(?: does| will| do| is| would| are)?(?: it| this| all this| everything| that| the whole thing| i| we| the)?(?: all| have to| need to)?(?: cost| pay| fees?)(?: me| us| in total| altogether| in all| all together| for everything)?[?.! ]*$|^(?:how much )?(?:money|in total|altogether)[?.! ]*$/iu,
  ],
  [
    "papers",
    /(?:一共|总共|全部|都).{0,8}(?:材料|资料|文件|证件)|(?:共用|通用|只交一次)的?材料|(?:材料|资料|文件).{0,8}(?:只?[用要]?交一[次遍份]|一次交|重复交|共用|通用)|which papers.{0,24}(?:all|total|several|once)/iu,
  ],
  [
    "slowest",
    /(?:哪|啥|什么).{0,8}最(?:慢|久|长|费时|耗时|磨叽)|最(?:慢|久|费时|耗时)的?.{0,4}(?:哪|啥|什么)|时间最长|slowest|(?:which|what).{0,24}longest/iu,
  ],
  [
    "time",
    /(?:一共|总共|全部|整个|最快|前后|从头到尾).{0,8}(?:多久|多长|几天|多少天|时间)|(?:多久|几天|什么时候).{0,4}(?:开业|开张|开门|办齐|办完|开工)|how long.{0,24}(?:all|total|altogether|open|everything)/iu,
  ],
  ["time", whole("多久|多长时间|几天|多少天")],
  [
    "first",
    /先(?:去|办|跑|弄|整|做|找|上|干)(?:哪|啥|什么|谁)|先从哪|第一步|头一步|从哪(?:儿|里)?(?:开始|下手|办起|弄起)|(?:where|what) (?:do|should|must) (?:i|we) (?:go|start|begin|do) ?(?:first)?[?.! ]*$|first step|(?:which|what).{0,24}first/iu,
  ],
  [
    "whom",
    whole(
      "(?:我)?(?:给谁|打哪个|打什么|打啥|有)(?:打)?(?:联系)?电话|电话(?:是)?多少|(?:联系|找)谁(?:问|办|咨询)?|联系方式|打哪(?:儿|里)",
    ),
  ],
  ["whom", /who(?:m)? (?:do|can|should|could) (?:i|we) (?:call|phone|contact|ask)|phone number/iu],
  [
    "all",
    /还(?:缺|差|剩)(?:啥|什么|哪)|下一步(?:办|做|干)|再(?:列|说|看)一遍|重新列|全部列出来|show (?:me )?(?:the )?(?:whole )?plan/iu,
  ],
];

/** Words by which the whole is meant whatever was talked about in between. */
const OF_ALL = /一共|总共|全部|整个|这些|从头到尾|altogether|in total|in all|everything/iu;

/**
 * What of the plan that is open a message asks for.
 * @param between whether another matter was talked about since
 * @returns null when it asks for something else
 */
export function wholeAsked(text: string, between = false): Focus | null {
  if (between && !OF_ALL.test(text)) return null;
  return WHOLE.find(([, pattern]) => pattern.test(text.trim()))?.[0] ?? null;
}

/** The plan is to begin again with nothing known. */
export const wantsAnew = (text: string): boolean =>
  /^(?:那|好|就|我想|我要|咱们?|还是|，|\s)*(?:重新来|重来|从头(?:再)?(?:来|开始)|重新(?:开始|算|排|问|弄)|start (?:over|again|anew)|restart|begin again|reset)(?:一遍|一次|过|吧|了|啊|please|\s)*[。.!！]*$/iu.test(
    text.trim(),
  );

/** The visitor comes back to the plan after another matter. */
export const comesBack = (text: string): boolean =>
  /^(?:那|好了?|行|咱们?|我们?|，|\s)*(?:回到|回去|说回|接着|继续|还是说|再说回)(?:来|去|说|聊|弄|办|问)?(?:$|吧|了|刚才|前面|之前|上面|原来|那个|这个|开|办|企业|公司|我那|咱那|店|计划|清单)|^(?:(?:let'?s )?(?:go |get )?back to|continue|carry on|go on)\b/iu.test(
    text.trim(),
  );
