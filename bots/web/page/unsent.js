import { post } from "./calls.js";
import { recall, remember } from "./remembered.js";

/** @typedef {import("./calls.js").Unsent} Unsent */
/** @typedef {import("./calls.js").Sending} Sending */

const LONGEST_WAIT = 30;

/** @returns {Unsent[]} what was written and not yet taken, oldest first; shared by all tabs */
export function unsent() {
  try {
    return JSON.parse(recall("unsent") ?? "[]");
  } catch {
    return [];
  }
}

/** @param {string} id */
const strike = (id) =>
  remember("unsent", JSON.stringify(unsent().filter((message) => message.id !== id)));

/**
 * Send messages one after the other, each until it is stored or refused, always under the same id.
 * @param {(message: Unsent, sending: Sending) => void} tell
 * @returns {{ add: (message: Unsent) => void, flush: () => Promise<void> }}
 */
export function createSender(tell) {
  let busy = false;
  let tries = 0;
  let notBefore = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  async function flush() {
    if (busy || Date.now() < notBefore) return;
    busy = true;
    clearTimeout(timer);
    for (let message = unsent()[0]; message; message = unsent()[0]) {
      const sending = await post(message);
      if (sending.outcome !== "later") strike(message.id);
      tell(message, sending);
      if (sending.outcome !== "later") {
        tries = 0;
        continue;
      }
      const wait = (sending.seconds ?? Math.min(2 ** tries++, LONGEST_WAIT)) * 1000;
      if (sending.seconds !== null) notBefore = Date.now() + wait;
      timer = setTimeout(flush, wait);
      break;
    }
    busy = false;
  }

  return {
    add(message) {
      remember("unsent", JSON.stringify([...unsent(), message]));
      void flush();
    },
    flush,
  };
}

/** @returns {string} a new message id of 128 random bits (randomUUID exists only on https pages) */
export function newId() {
  return [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, "0"))
    .join("");
}
