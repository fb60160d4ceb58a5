import { z } from "zod";

/** Every way a turn can end, with the word staff read. One list for replies, screens, metrics and tests. */
export const OUTCOMES = {
  answered: { zh: "已答复", en: "answered" },
  clarification: { zh: "请确认", en: "asked which" },
  "need-facts": { zh: "待补充", en: "asked for a fact" },
  decided: { zh: "已判断", en: "decided" },
  recorded: { zh: "已登记", en: "recorded" },
  referred: { zh: "已指路", en: "named the right door" },
  refused: { zh: "不能办", en: "refused" },
  emergency: { zh: "紧急指引", en: "emergency" },
  help: { zh: "说明", en: "explained itself" },
  failed: { zh: "出错", en: "failed" },
} as const;

export const Outcome = z.enum(
  Object.keys(OUTCOMES) as [keyof typeof OUTCOMES, ...(keyof typeof OUTCOMES)[]],
);
export type Outcome = z.infer<typeof Outcome>;
