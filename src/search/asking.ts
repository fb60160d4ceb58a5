/*
 * Words by which people ask, greet and thank. They say nothing of the matter, so they neither find nor
 * forbid anything: taken out of questions and of example questions alike.
 */
const ASKING = `
请问一下 请问 问一下 问下 想问 想咨询 咨询一下 咨询下 您好 你好 大家好 谢谢 谢了 多谢 麻烦 拜托 急急急 在线等 求助
我想知道 想知道 想了解 了解一下 告诉我 帮我 帮忙 能帮 有谁知道 有人知道 不知道 知不知道
怎么样 怎么办 怎么弄 怎么搞 怎么 怎样 如何 咋办 咋弄 咋样 咋 啥时候 啥样 啥 什么时候 什么样 什么 哪些 哪里 哪儿 哪个 哪家 哪 为什么 为啥
是否 能否 可否 能不能 可不可以 可以不 行不行 是不是 有没有 要不要 用不用 得不得 需不需要 会不会 该不该
可以 需要 应当 应该 必须 到底 究竟 一下 现在 目前 这个 那个 这种 那种 这边 那边
我们 我 你们 你 您 咱们 咱 俺们 俺 整个 的话 吗 嘛 呢 呀 啊 哦 噢 哎 唉 呗 啦 哇 的 了
`;
/** These end a question, but stand inside words too (网吧, 什么): only before a pause. */
const CLOSING_PARTICLES = "(?:吧|么|不|没|哈|滴|哒|哩|咧)(?=[^\\p{L}\\p{N}]|$)";

const asking = new RegExp(
  [...words(ASKING).sort((a, b) => b.length - a.length), CLOSING_PARTICLES].join("|"),
  "gu",
);

const STOP_WORDS = new Set(
  words(`
  a an the and or but if of to in on at by for from with as into about it its this that these those there here
  i me my mine we us our ours you your yours he she they them their is am are was were be been being do does did done
  have has had having can could may might will would shall should must need needs needed want wants like get got
  what which who whom whose when where why how please hi hello hey thanks thank not no yes so just also any some
  anyone someone anybody somebody anything something everything nothing
  tell know help ask question let ok okay dear sir madam much many long now then than too very really still
  `),
);

/**
 * Take the words of asking out of a normalised text.
 * @returns the text with a space in their place, so that no word grows together across the gap
 */
export function withoutAsking(text: string): string {
  return text.replace(asking, " ");
}

/** Whether an English word says nothing of the matter. */
export function isStopWord(word: string): boolean {
  return STOP_WORDS.has(word);
}

/** The words of asking as a list, longest first: for other writings of them, such as pinyin. */
export const ASKING_WORDS: readonly string[] = words(ASKING).sort((a, b) => b.length - a.length);

function words(list: string): string[] {
  return list.trim().split(/\s+/);
}
