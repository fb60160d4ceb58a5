import type { ConversationState } from "../../domain/conversation.ts";
import type { Bilingual } from "../../domain/language.ts";
import type { Hearing } from "../capability.ts";
import type { Decision } from "./decision.ts";
import type { Subject } from "./subject.ts";

/** An item, or a matter of others. */
type Named = { id: string; name: Bilingual };

/** @returns what the conversation keeps of a turn: ids and aspects, never words */
export function remember(
  decisions: readonly Decision[],
  { state, lang }: Hearing,
): ConversationState {
  const last = decisions.at(-1)!;
  // What a package asked is no longer the last question: "是" answers this turn, not that one.
  const plan = state.package && { ...state.package, asking: null };
  const before: ConversationState = { ...state, lang, asked: null, package: plan };
  const options = (items: readonly Named[], times: number, facets = state.facets) => ({
    options: items.map((item) => ({ label: item.name[lang], subject: item.id })),
    facets,
    times,
  });
  const again = (state.asked?.times ?? 0) + 1;
  switch (last.kind) {
    case "which":
      return { ...before, asked: options([...last.options, ...last.doors], again, last.facets) };
    case "which-matter":
      return { ...before, asked: options([], again, last.facets) };
    case "compare":
      return {
        ...before,
        ...subjectState(last.subjects[0]),
        asked: options(
          last.subjects.map(({ item }) => item),
          0,
          [],
        ),
      };
    case "answer":
    case "not-stated": {
      const answered = decisions.flatMap((decision) =>
        decision.kind === "answer" ? [decision.subject.item] : [],
      );
      const facets = last.kind === "answer" ? last.facets : [];
      // "第二个呢" after two answers means the second of them, and still does after the first was asked about.
      const kept = state.asked?.options.some((option) => option.subject === last.subject.item.id)
        ? { ...state.asked, facets: [], times: 0 }
        : null;
      return {
        ...before,
        ...subjectState(last.subject),
        facets,
        asked: answered.length > 1 ? options(answered, 0, []) : kept,
      };
    }
    default:
      return before;
  }
}

function subjectState({ item, entry }: Subject): Pick<ConversationState, "subject"> {
  return { subject: { item: item.id, handling: entry?.id ?? null } };
}
