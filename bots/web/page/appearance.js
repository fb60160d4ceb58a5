import { find } from "./element.js";
import { recall, remember } from "./remembered.js";
import { applyWords, word } from "./words.js";

const root = document.documentElement;

/** @returns {"zh" | "en"} the language of the page */
export function language() {
  return root.lang === "en" ? "en" : "zh";
}

/** Make the buttons for large text, dark mode and language work, and remember what was chosen. */
export function startAppearance() {
  toggle("large", () => choose("size", root.dataset.size === "large" ? "normal" : "large"));
  toggle("dark", () => choose("theme", root.dataset.theme === "dark" ? "light" : "dark"));
  toggle("language", () => speak(language() === "zh" ? "en" : "zh"));
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", ({ matches }) => {
    if (recall("theme") === null) root.dataset.theme = matches ? "dark" : "light";
    showPressed();
  });
  showLanguage();
  showPressed();
}

/**
 * @param {string} id
 * @param {() => void} press
 */
function toggle(id, press) {
  find(id).addEventListener("click", () => {
    press();
    showPressed();
  });
}

/**
 * @param {"size" | "theme"} name
 * @param {string} value
 */
function choose(name, value) {
  root.dataset[name] = value;
  remember(name, value);
}

/** @param {"zh" | "en"} lang */
function speak(lang) {
  remember("lang", lang);
  root.lang = lang === "en" ? "en" : "zh-CN";
  showLanguage();
}

function showLanguage() {
  applyWords(document, language());
  document.title = word(language(), "title");
}

function showPressed() {
  find("large").setAttribute("aria-pressed", String(root.dataset.size === "large"));
  find("dark").setAttribute("aria-pressed", String(root.dataset.theme === "dark"));
}
