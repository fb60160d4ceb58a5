import { language } from "./appearance.js";
import { element } from "./element.js";
import { word } from "./words.js";

/** Shorter than this, an answer needs no sign; longer than that, it needs a comforting word. */
const SOON = 400;
const LONG = 20_000;

/**
 * Shows that an answer is being made, while a stored message has none.
 * @param {HTMLElement} log
 */
export function createWorking(log) {
  /** @type {Set<string>} messages without an answer */
  const open = new Set();
  /** @type {Set<string>} */
  const done = new Set();
  /** @type {HTMLElement | null} */
  let shown = null;
  /** @type {ReturnType<typeof setTimeout>[]} */
  let timers = [];

  function stop() {
    timers.forEach(clearTimeout);
    timers = [];
    shown?.remove();
    shown = null;
  }
  function show() {
    shown = element(
      "p.working",
      {},
      element("span", { "data-word": "working" }, word(language(), "working")),
      element("i", { "aria-hidden": "true" }),
    );
    log.append(shown);
    shown.scrollIntoView({ block: "nearest" });
  }
  function comfort() {
    const text = shown?.querySelector("span");
    if (!text) return;
    text.dataset.word = "longWorking";
    text.textContent = word(language(), "longWorking");
  }

  return {
    /** @param {string} id of a message that is stored */
    expect(id) {
      if (done.has(id)) return;
      open.add(id);
      if (timers.length === 0) timers = [setTimeout(show, SOON), setTimeout(comfort, LONG)];
    },
    /** @param {{ inReplyTo: string[] }} reply */
    answered({ inReplyTo }) {
      for (const id of inReplyTo) {
        done.add(id);
        open.delete(id);
      }
      stop();
      if (open.size > 0) timers = [setTimeout(show, SOON), setTimeout(comfort, LONG)];
    },
    keepLast() {
      if (shown) log.append(shown);
    },
  };
}
