import type { Hearing, Tools } from "../capability.ts";
import { findEntry } from "./entry-named.ts";

/** "归谁管", "哪个部门查处", "who enforces": the question is which body, not how to apply. */
const WHICH_BODY: readonly RegExp[] = [
  /(?:归|该|由|是|应该|到底|究竟)?(?:谁|哪个?(?:部门|单位|局|机关|机构|口))(?:来|去|负责)?(?:管|监管|执法|查处|处罚|负责查|管辖|主管)/u,
  /(?:监管|执法|主管|查处|处罚)(?:部门|单位|机关|主体)?(?:是|归|算|属于)(?:谁|哪个?|哪家)/u,
  /归(?:谁|哪个?(?:部门|局|单位)?)(?:管|查)?(?:[?？啊呀呢吗]|$)/u,
  /\bwho (?:supervises|enforces|regulates|polices|is (?:responsible for enforcing|in charge of))\b/iu,
  /\bwhich (?:department|body|authority|agency) (?:supervises|enforces|regulates|is (?:responsible|in charge))\b/iu,
];
/** Words that ask about applying: those questions are the catalogue's. */
const APPLYING =
  /(?:谁|哪)(?:里|儿|个部门|个局)?(?:批|审批|发证|办理|受理)|去哪|who approves|where (?:do|can) i apply/iu;
/** "这事", "this": the matter that was talked about. */
const POINTS_BACK = /^(?:这|那|此|该)?(?:个?事儿?|件事|种事|个|项)?$/u;

/** Least share of the words that a row must hold for a question in everyday words. */
const SURE = 0.4;

/**
 * The matter of a question about competence in everyday words.
 * @returns its words; the conversation's subject for "这事归谁管"; null when it is no such question or no row is sure
 */
export function readAuthorityQuestion(
  { text, state, as, day }: Hearing,
  { directory, knowledge }: Tools,
): string | null {
  if (!WHICH_BODY.some((pattern) => pattern.test(text)) || APPLYING.test(text)) return null;
  const matter = WHICH_BODY.reduce((rest, pattern) => rest.replace(pattern, " "), text)
    .replaceAll(/[?？。!！,，、]/gu, " ")
    .trim();
  if (POINTS_BACK.test(matter)) {
    const entry = state.subject && knowledge.powers.entryOfItem.get(state.subject.item);
    return entry ? entry.matter.zh : null;
  }
  const [hit] = directory.entries.find(matter, 1);
  const like = hit !== undefined && (hit.named >= 2 || hit.share >= SURE);
  const sure = like && findEntry(matter, { directory, knowledge, day }) !== null;
  return sure || as === "staff" ? matter : null;
}
