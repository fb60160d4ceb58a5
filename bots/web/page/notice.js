import { language } from "./appearance.js";
import { find } from "./element.js";
import { word } from "./words.js";

/** Most important first: only one notice is shown. */
const NOTICES = ["offline", "trouble", "slowDown"];

/** @type {Set<string>} */
const current = new Set();

/**
 * @param {"offline" | "trouble" | "slowDown"} name
 * @param {boolean} on
 */
export function notice(name, on) {
  if (on === current.has(name)) return;
  if (on) current.add(name);
  else current.delete(name);
  const shown = NOTICES.find((each) => current.has(each));
  const text = find("notice-text");
  find("notice").hidden = shown === undefined;
  text.textContent = shown ? word(language(), shown) : "";
  if (shown) text.dataset.word = shown;
  else delete text.dataset.word;
}

/**
 * Say something to a screen reader that the eye sees elsewhere.
 * @param {string} key
 */
export function announce(key) {
  find("status").textContent = word(language(), key);
}
