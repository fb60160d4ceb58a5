/** "归谁管", "谁来罚", "哪个部门查处", "who enforces": the question is which body, not how to apply. */
const WHICH_BODY: readonly RegExp[] = [
  /(?:归|该|由|是|应该|到底|究竟)?(?:谁|哪个?(?:部门|单位|局|机关|机构|口|家))(?:来|去|负责|给)?(?:管|监管|执法|查处|处罚|处理|负责查|管辖|主管|罚(?!多少|几)|拆|撤销|撤|吊销|查)(?:登记|证|执照|许可证?)?/u,
  /(?:监管|执法|主管|查处|处罚)(?:部门|单位|机关|主体)?(?:是|归|算|属于)(?:谁|哪个?|哪家)/u,
  /(?:归|派给?|派单给|转给|推给|移给)(?:谁|哪个?(?:部门|局|单位)?|哪家)(?:管|查|罚)?(?=[\s?？,，。啊呀呢吗]|$)/u,
  /\bwho (?:supervises|enforces|regulates|polices|fines|punishes|demolishes|revokes|deals with|is (?:responsible for enforcing|in charge of))\b/iu,
  /\bwhich (?:department|body|authority|agency) (?:supervises|enforces|regulates|fines|punishes|deals with|is (?:responsible|in charge))\b/iu,
];
/** "归城管还是市场监管管": two bodies, one of which is asked for. */
const ONE_OR_THE_OTHER =
  /(?:归|由|是|让|找)?[\p{Script=Han}]{2,10}?(?:管|罚|查|处罚)?还是[\p{Script=Han}]{2,10}?(?:来)?(?:管|罚|查处?|处罚|负责|监管|执法)/u;
/** Words that ask about applying: those questions are the catalogue's. */
const APPLYING =
  /(?:谁|哪)(?:里|儿|个部门|个局)?(?:批|审批|发证|办理|受理)|去哪|who approves|where (?:do|can) i apply/iu;

/** Whether it is asked which body deals with something that goes wrong. */
export function asksWhichBody(text: string): boolean {
  if (APPLYING.test(text)) return false;
  return WHICH_BODY.some((pattern) => pattern.test(text)) || asksOneOrTheOther(text);
}

export const asksOneOrTheOther = (text: string): boolean => ONE_OR_THE_OTHER.test(text);

/** The question without what asks for the body: its matter, or several with their marks between them. */
export function matterOf(text: string): string {
  return WHICH_BODY.reduce(
    (rest, pattern) => rest.replaceAll(new RegExp(pattern, "giu"), " "),
    text,
  )
    .replaceAll(
      /(?:^|[,，。;；?？!！\s])(?:那|还有|另外|请问|你好|您好)(?=[\p{Script=Han}])/gu,
      " ",
    )
    .replaceAll(/[呢吗啊呀]+(?=[?？,，。;；\s]|$)/gu, " ")
    .replaceAll(/[ \t]+/gu, " ")
    .trim();
}

/** "这事", "this", or nothing at all: the matter that was talked about. */
export const pointsBack = (matter: string): boolean =>
  /^(?:这|那|此|该)?(?:个?事儿?|件事|种事|个|项|种情况|这)?$/u.test(
    matter.replaceAll(/[?？。,，\s]/gu, ""),
  );

/** Marks that end a matter, for where only one is meant. */
export const withoutMarks = (matter: string): string =>
  matter
    .replaceAll(/[?？。!！,，、;；]/gu, " ")
    .replaceAll(/\s+/gu, " ")
    .trim();
