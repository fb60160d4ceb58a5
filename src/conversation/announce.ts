import type { Address } from "../store/conversations.ts";
import type { Notifications } from "../store/notifications.ts";

/** Topic of the news that a channel has something to deliver. */
export const deliveryWanted = (channel: string): string => `outbox:${channel}`;

/** Topic of the news that OneDoor said something at one address; the detail is the reply's seq. */
export const saidAt = ({ channel, conversation }: Address): string =>
  `said:${channel}/${encodeURIComponent(conversation)}`;

/** Tells the channel's process that there is something to deliver, and the visitor's streams that there is something to read. */
export function announceReply(
  notifications: Notifications,
  said: { channel: string; address: string; seq: number },
): void {
  notifications.announce(deliveryWanted(said.channel));
  notifications.announce(
    saidAt({ channel: said.channel, conversation: said.address }),
    String(said.seq),
  );
}
