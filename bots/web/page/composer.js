import { language } from "./appearance.js";
import { find } from "./element.js";
import { word } from "./words.js";

const WARN_BELOW = 500;

/**
 * The question box: Enter sends, Shift+Enter breaks the line, and Enter that only picks
 * a word of an input method does neither.
 * @param {(text: string) => void} say
 */
export function startComposer(say) {
  const box = questionBox();
  const form = /** @type {HTMLFormElement} */ (find("composer"));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const text = box.value.trim();
    box.focus();
    if (text === "") return;
    box.value = "";
    showLeft(box);
    say(text);
  });
  box.addEventListener("keydown", (event) => {
    const composing = event.isComposing || event.keyCode === 229;
    if (event.key !== "Enter" || event.shiftKey || composing) return;
    event.preventDefault();
    form.requestSubmit();
  });
  box.addEventListener("input", () => showLeft(box));
}

/** @param {string} text what the visitor may change and send again */
export function takeBack(text) {
  const box = questionBox();
  box.value = box.value === "" ? text : `${box.value}\n${text}`;
  showLeft(box);
  box.focus();
}

function questionBox() {
  return /** @type {HTMLTextAreaElement} */ (find("question"));
}

/** @param {HTMLTextAreaElement} box */
function showLeft(box) {
  const left = box.maxLength - box.value.length;
  find("left").textContent = left < WARN_BELOW ? word(language(), "left", { count: left }) : "";
}
