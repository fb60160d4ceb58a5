import { randomInt } from "node:crypto";

/** Letters and digits that cannot be mistaken for one another when read out (no I, L, O, U, 0, 1). */
const SPEAKABLE = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

/** A new number by which a visitor can name a failed turn, for example F-8K3M2Q. */
export function newFailureReference(): string {
  return `F-${Array.from({ length: 6 }, () => SPEAKABLE[randomInt(SPEAKABLE.length)]).join("")}`;
}
