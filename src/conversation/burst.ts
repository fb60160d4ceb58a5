import type { StoredInbound } from "../store/inbound.ts";

const MOST_MESSAGES = 6;
const MOST_CHARACTERS = 600;

/**
 * Short messages sent in a row are one thing said in pieces: they are answered together.
 * @param waiting at least one message, oldest first
 * @returns how many belong together, and their text
 */
export function readBurst(waiting: readonly StoredInbound[]): { count: number; text: string } {
  let count = 1;
  let text = waiting[0]!.text;
  while (count < Math.min(waiting.length, MOST_MESSAGES)) {
    const next = waiting[count]!;
    const longer = `${text}\n${next.text}`;
    if (
      next.as !== waiting[0]!.as ||
      longer.length > MOST_CHARACTERS ||
      isCommand(next.text) ||
      isCommand(text)
    )
      break;
    text = longer;
    count += 1;
  }
  return { count, text };
}

const isCommand = (text: string) => text.startsWith("/");
