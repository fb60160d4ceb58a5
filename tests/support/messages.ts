import type { InboundMessage } from "../../src/domain/message.ts";

/** A message in which only what matters to the test is said. */
export function messageOf(parts: Partial<InboundMessage> = {}): InboundMessage {
  return {
    channel: "web",
    conversation: "a",
    externalId: "m1",
    text: "我要开小店",
    as: "citizen",
    at: "2026-11-24T09:00:00+08:00",
    ...parts,
  };
}
