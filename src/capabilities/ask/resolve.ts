import type { ConversationState } from "../../domain/conversation.ts";

const ORDINALS: readonly RegExp[] = [
  /^(?:第?(?:1|一)个?|前(?:一个|者|面那?个)|1st|first(?: one)?|the first(?: one)?)[.。!！]?$/iu,
  /^(?:第?(?:2|二)个?|后(?:一个|者|面那?个)|2nd|second(?: one)?|the second(?: one)?)[.。!！]?$/iu,
  /^(?:第?(?:3|三)个?|3rd|third(?: one)?|the third(?: one)?)[.。!！]?$/iu,
  /^(?:第?(?:4|四)个?|4th|fourth(?: one)?|the fourth(?: one)?)[.。!！]?$/iu,
];

const WRONG = "(?:不对|不是|错了|搞错了|弄错了|说错了|我说错了)";
const MEANT = "我?(?:说|问|指|要|想问|想说)的?是";

/** "不对，我说的是个体户", "不是公司，是个体户": what follows is meant, what was denied is not. */
const CORRECTIONS: readonly RegExp[] = [
  /^不是[^，,。]{1,20}[，,。\s]+(?:我?(?:说|问|要|指)的)?是/u,
  new RegExp(`^${WRONG}[，,。.!！\\s]+(?:${MEANT})?`, "u"),
  new RegExp(`^${MEANT}`, "u"),
  /^(?:no|nope|sorry|wrong)[,.!]+\s*(?:i (?:mean|meant)\s+)?/i,
  /^i (?:mean|meant)\s+/i,
  /^not (?:a |an |the )?[^,]{1,40},\s*(?:but )?/i,
];

/** The visitor's words in full; `again` when what was asked before is asked again of something else. */
export type OwnWords = { text: string; again: boolean };

/**
 * Put the visitor's short words into full ones.
 * @returns for "第二个" the name of the second option; for a correction only what is meant; else the text as it is
 */
export function resolveOwnWords(text: string, state: ConversationState): OwnWords {
  const trimmed = text.trim();
  const options = state.asked?.options ?? [];
  const chosen = options[ORDINALS.findIndex((ordinal) => ordinal.test(trimmed))];
  if (chosen) return { text: chosen.label, again: false };
  const correction = CORRECTIONS.find((pattern) => pattern.test(trimmed));
  const meant = correction ? trimmed.replace(correction, "").trim() : trimmed;
  const corrected = meant !== trimmed && /[\p{L}\p{N}]/u.test(meant);
  return corrected
    ? { text: meant, again: state.subject !== null }
    : { text: trimmed, again: false };
}
