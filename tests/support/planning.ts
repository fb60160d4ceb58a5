import { buildDirectory, packageSearch } from "../../src/capabilities/directory.ts";
import type { Hearing, Tools } from "../../src/capabilities/capability.ts";
import type { PackageTools } from "../../src/capabilities/package/wanted.ts";
import { packages } from "../../src/capabilities/package/package.ts";
import { guard, type Guarded } from "../../src/conversation/guard.ts";
import { createUnderstanding } from "../../src/conversation/understand.ts";
import { FRESH, type ConversationState } from "../../src/domain/conversation.ts";
import { loadKnowledge, type Knowledge } from "../../src/knowledge/load.ts";
import { KNOWLEDGE } from "./visit.ts";

let shared: (PackageTools & { knowledge: Knowledge }) | undefined;

/** What the package capability uses, over the shipped shelf: no index of items is built. */
export function planningTools(): PackageTools & { knowledge: Knowledge } {
  if (shared) return shared;
  const knowledge = loadKnowledge(KNOWLEDGE);
  shared = {
    knowledge,
    packages: packageSearch(knowledge),
    directory: buildDirectory(knowledge),
  };
  return shared;
}

export type Planned = { state: ConversationState; guarded: Guarded; text: string };

/** Says lines to the package capability alone. @returns null for a line that is not for it */
export function planner(before: ConversationState = FRESH) {
  const tools = planningTools() as Tools;
  const understand = createUnderstanding(tools.knowledge.lexicon);
  let state = before;
  return (text: string, lang?: "zh" | "en"): Planned | null => {
    const message = { text, as: "enterprise" as const, at: "2026-11-24T10:00:00+08:00" };
    const hearing: Hearing = understand(lang ? { ...message, lang } : message, state);
    if (!packages.takes(hearing, tools)) return null;
    const answer = packages.handle(tools, hearing);
    state = answer.state;
    const { provisions, wording } = tools.knowledge;
    const guarded = guard(answer, "2026-11-24", provisions, wording);
    return { state, guarded, text: JSON.stringify(guarded.reply.blocks) };
  };
}
