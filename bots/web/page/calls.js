/** @typedef {import("../schema.ts").Entry} Entry */
/** @typedef {{ id: string, text: string, lang: "zh" | "en", at: string }} Unsent */

/**
 * How a sending ended. "stored": OneDoor has it. "refused": it will never be taken as it is; why says so.
 * "later": try again after so many seconds (null: no word from the server at all).
 * @typedef {{ outcome: "stored", conversation: string }
 *   | { outcome: "refused", why: { zh: string, en: string } }
 *   | { outcome: "later", seconds: number | null, tooFast: boolean }} Sending
 */

/**
 * @param {Unsent} message
 * @returns {Promise<Sending>}
 */
export async function post({ id, text, lang }) {
  try {
    const response = await fetch("/api/messages", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ id, text, lang }),
    });
    if (response.status === 202)
      return { outcome: "stored", conversation: (await response.json()).conversation };
    if (response.status === 429 || response.status >= 500) {
      return {
        outcome: "later",
        seconds: Number(response.headers.get("retry-after")) || 5,
        tooFast: response.status === 429,
      };
    }
    return { outcome: "refused", why: (await response.json()).error };
  } catch {
    return { outcome: "later", seconds: null, tooFast: false };
  }
}

/** @returns {Promise<{ conversation: string, entries: Entry[] } | null>} null when it cannot be read now */
export async function readHistory() {
  try {
    const response = await fetch("/api/messages");
    return response.ok ? await response.json() : null;
  } catch {
    return null;
  }
}
