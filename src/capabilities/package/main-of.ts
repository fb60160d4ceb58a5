import type { ConversationState } from "../../domain/conversation.ts";
import type { Package } from "../../domain/package.ts";

/** What a conversation is about beside the plan: the approval the undertaking turns on; null: there is no such one. */
export function mainOf({ main }: Package): ConversationState["subject"] {
  return main === null ? null : { item: main.split(".")[0]!, handling: main };
}
