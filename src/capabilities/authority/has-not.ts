/** Who has the permit but not the business licence, or the other way round. */
export type Lacking = "business-licence" | "permit" | "both";

const HAS = "(?:有|办了|办过|已有|持有|取得)(?:了)?";
const HAS_NOT = "(?:没有?|无|未|缺|少)(?:办理?|取得|拿到)?(?:了)?";
const PERMIT = "(?:经营)?(?:许可证?|证件?|批文|许可手续)";
const LICENCE = "(?:营业|工商)?(?:执照|照)";

const ONLY_PERMIT = new RegExp(
  `(?:${HAS}${PERMIT}|许可证?有).{0,6}?(?:${HAS_NOT}${LICENCE}|${LICENCE}(?:没有?|没办|未办))`,
  "u",
);
const ONLY_LICENCE = new RegExp(
  `(?:只?${HAS}${LICENCE}|${LICENCE}有).{0,6}?(?:${HAS_NOT}${PERMIT}|${PERMIT}(?:没有?|没办|未办))`,
  "u",
);
const NEITHER =
  /无证(?:又|也|且|、)?无照|没证(?:又|也)?没照|证照(?:都|全)没有?|既没.{0,6}证.{0,4}也没.{0,4}照/u;

/** @returns which of the two is missing, when the words say so of both; null when they do not */
export function lackingOf(words: string): Lacking | null {
  if (NEITHER.test(words)) return "both";
  if (ONLY_PERMIT.test(words)) return "business-licence";
  return ONLY_LICENCE.test(words) ? "permit" : null;
}

/**
 * "有许可证没执照": only the business licence is missing, which is another matter than both missing
 * (Measures on unlicensed trading, art. 6).
 * @returns the words of the list for it; null when the words say nothing of the kind
 */
export function wordsWithoutLicence(words: string): string | null {
  return lackingOf(words) === "business-licence" ? words.replace(ONLY_PERMIT, "无照经营") : null;
}
