import type { DraftBlock } from "../../domain/draft.ts";
import { lackingOf } from "./has-not.ts";
import { note, type Found, type Ground } from "./look-up.ts";

/** "无证经营" without a trade: which permit is missing decides. */
const ANY_PERMIT =
  /^(?:无证|没证|没有证|没有许可证?|没办证|无许可证?|未经许可)(?:经营|营业|开店|做生意|干)?$/u;
const IN_ENGLISH =
  /^(?:trading|operating|doing business)? ?without an? ?(?:permit|licence|license)$/iu;

/**
 * Who deals with trading without a permit, where no trade is named: it depends on the permit.
 * @returns null when the words say something else
 */
export function withoutPermit(words: string, ground: Ground): Found | null {
  const plain = words.replaceAll(/[?？。\s]/gu, "");
  const asked =
    ANY_PERMIT.test(plain) || IN_ENGLISH.test(words.trim()) || lackingOf(words) === "permit";
  if (!asked) return null;
  const { knowledge, lang, say } = ground;
  const rule = (article: string) =>
    knowledge.provisions.get(`unlicensed-trading-measures/${article}`);
  const [permit, licence, both] = [rule("5"), rule("6"), rule("7")];
  if (!permit || !licence || !both) return null;
  const fact = (label: string, source: typeof permit): DraftBlock => ({
    kind: "fact",
    label: say(label),
    text: source.says[lang],
    cites: [source.id],
  });
  return {
    shown: [],
    blocks: [
      { kind: "lead", text: permit.says[lang], cites: [permit.id] },
      fact("unlicensed.no-licence", licence),
      fact("unlicensed.neither", both),
      note(say("unlicensed.which")),
    ],
  };
}
