import type { InboundMessage } from "../../src/index.ts";
import type { PostedMessage } from "./schema.ts";

/** The name under which everything said on the page is stored. */
export const CHANNEL = "web";

/**
 * Turn what the page posted into what the core takes.
 * @param posted the checked body of POST /api/messages
 * @param conversation the visitor's conversation, from the cookie and never from the body
 * @param at when it arrived; the visitor's own clock is not believed
 * @returns the message; text is kept as written, only halves of broken characters are replaced
 */
export function toInboundMessage(
  posted: PostedMessage,
  conversation: string,
  at: Date,
): InboundMessage {
  return {
    channel: CHANNEL,
    conversation,
    externalId: posted.id,
    text: posted.text.toWellFormed(),
    as: posted.as,
    at: at.toISOString(),
    ...(posted.lang && { lang: posted.lang }),
  };
}
