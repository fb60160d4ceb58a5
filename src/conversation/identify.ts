import type { Role } from "../domain/message.ts";

/** Channels that prove who speaks: only there may someone be staff. */
const PROVEN = new Set(["terminal", "program"]);

/** @returns the role a speaker may act in: staff only where the channel can prove it */
export function identify(channel: string, claimed: Role): Role {
  return claimed === "staff" && !PROVEN.has(channel) ? "citizen" : claimed;
}
