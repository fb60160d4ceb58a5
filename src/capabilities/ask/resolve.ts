import type { ConversationState } from "../../domain/conversation.ts";

const PLACES: readonly RegExp[] = [
  /第一个|第1个|前者|前面那个|the first(?: one)?|1st/iu,
  /第二个|第2个|后者|后面那个|the second(?: one)?|2nd/iu,
  /第三个|第3个|the third(?: one)?|3rd/iu,
  /第四个|第4个|the fourth(?: one)?|4th/iu,
];
/** A place in the list, with what may stand before it and what is asked of it. */
const PLACE = new RegExp(
  `^(?:那|回到|再说|关于|and |back to )?(${PLACES.map((place) => place.source).join("|")})(?:[呢吧,，:：\\s]*)(.*)$`,
  "isu",
);
const NUMBER = /^([1-9])[.。)）]?$/;

/** @returns the option that a message points to by its place, with what it asks of it; null when it points to none */
function chosenOption(text: string, options: readonly { label: string }[]): string | null {
  const number = NUMBER.exec(text);
  if (number) return options[Number(number[1]) - 1]?.label ?? null;
  const place = PLACE.exec(text);
  if (!place) return null;
  const option = options[PLACES.findIndex((pattern) => pattern.test(place[1]!))];
  const rest = place[2]!.replace(/^[?？。.!！]+$/u, "");
  return option ? (rest === "" ? option.label : `${option.label}：${rest}`) : null;
}

const WRONG = "(?:不对|不是|错了|搞错了|弄错了|说错了|我说错了)";
/** "要是" alone supposes something; only "要的是" says what is wanted. */
const MEANT = "我?(?:(?:说|问|指|想问|想说)的?|要的)是";

/** "不对，我说的是个体户", "不是公司，是个体户": what follows is meant, what was denied is not. */
const CORRECTIONS: readonly RegExp[] = [
  /^不是[^，,。]{1,20}[，,。\s]+(?:我?(?:说|问|要|指)的)?是/u,
  /^不是[^，,。是说不]{1,8}是(?=\p{L})/u,
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
  const chosen = chosenOption(trimmed, options);
  if (chosen !== null) return { text: chosen, again: false };
  const correction = CORRECTIONS.find((pattern) => pattern.test(trimmed));
  const meant = correction ? trimmed.replace(correction, "").trim() : trimmed;
  const corrected = meant !== trimmed && /[\p{L}\p{N}]/u.test(meant);
  return corrected
    ? { text: meant, again: state.subject !== null }
    : { text: trimmed, again: false };
}
