import type { OutboundMessage } from "./message.ts";

/** A way into OneDoor: implemented under bots/, known to the core only by this. */
export type Channel = {
  /** Name under which its messages are stored: telegram, slack, web, terminal. */
  name: string;
  start(): Promise<void>;
  /**
   * Hand one reply to the platform.
   * @throws when the platform did not take it; it is tried again later
   */
  send(message: OutboundMessage): Promise<void>;
  stop(): Promise<void>;
};
