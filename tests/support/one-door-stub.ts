import type {
  Health,
  HistoryEntry,
  InboundMessage,
  OneDoor,
  OutboundMessage,
  Reply,
} from "../../src/index.ts";

/** A OneDoor that lives in memory, for testing channels: it stores, numbers, answers and tells as the real one does. */
export type OneDoorStub = OneDoor & {
  /** Everything that was stored, in order. */
  received: InboundMessage[];
  /** Stop everything the way a lost database would; null brings it back. */
  breakWith(error: Error | null): void;
  /** Resolves when no answer is under way. */
  settled(): Promise<void>;
};

type Conversation = {
  entries: HistoryEntry[];
  listeners: Set<(message: OutboundMessage) => void>;
  seq: number;
};

/**
 * @param answer what is said to a message; throwing means no answer ever comes
 * @param options delay: milliseconds until an answer is there
 */
export function createOneDoorStub(
  answer: (message: InboundMessage) => Reply,
  options: { delay?: number } = {},
): OneDoorStub {
  const conversations = new Map<string, Conversation>();
  const received: InboundMessage[] = [];
  let pending: Promise<void> = Promise.resolve();
  let broken: Error | null = null;

  const open = (channel: string, name: string): Conversation => {
    const key = `${channel} ${name}`;
    const found = conversations.get(key) ?? { entries: [], listeners: new Set(), seq: 0 };
    conversations.set(key, found);
    return found;
  };
  const whole = (): void => {
    if (broken) throw broken;
  };
  const reply = async (message: InboundMessage): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve, options.delay ?? 5));
    const conversation = open(message.channel, message.conversation);
    const outbound = outboundMessage(message, ++conversation.seq, answer(message));
    conversation.entries.push({ from: "onedoor", seq: outbound.seq, message: outbound });
    conversation.listeners.forEach((listen) => listen(outbound));
  };

  return {
    received,
    breakWith: (error) => (broken = error),
    settled: () => pending,
    async receive(message) {
      whole();
      const conversation = open(message.channel, message.conversation);
      const known = conversation.entries.find(
        (entry) => entry.from === "visitor" && entry.id === message.externalId,
      );
      const conversationId = `conversation-${message.conversation}`;
      if (known) return { conversationId, seq: known.seq, duplicate: true };
      received.push(message);
      const seq = ++conversation.seq;
      conversation.entries.push({
        from: "visitor",
        seq,
        id: message.externalId,
        text: message.text,
        at: message.at,
      });
      pending = Promise.allSettled([pending, reply(message)]).then(() => {});
      return { conversationId, seq, duplicate: false };
    },
    async history(channel, name, after = 0) {
      whole();
      return open(channel, name).entries.filter((entry) => entry.seq > after);
    },
    subscribe(channel, name, listener) {
      const { listeners } = open(channel, name);
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    health: (): Health => ({
      state: broken ? "database-away" : "ready",
      knowledge: "sample",
      remedy: broken ? "Start the database again." : null,
    }),
  };
}

function outboundMessage(message: InboundMessage, seq: number, reply: Reply): OutboundMessage {
  return {
    id: `reply-${message.externalId}`,
    channel: message.channel,
    conversation: message.conversation,
    seq,
    inReplyTo: [message.externalId],
    reply,
    sentAt: message.at,
  };
}
