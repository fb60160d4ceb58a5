import { language } from "./appearance.js";
import { element } from "./element.js";
import { showTime } from "./time.js";
import { word } from "./words.js";

/** @typedef {"sending" | "stored" | "waiting" | "failed"} State */

/**
 * Draw what the visitor said. The text is isolated: direction marks in it cannot turn the page around.
 * @param {{ id: string, text: string, at: string }} message
 * @param {State} state
 * @returns {HTMLElement}
 */
export function drawVisitor({ id, text, at }, state) {
  const drawn = element(
    "article.visitor",
    { "data-id": id, tabindex: "-1" },
    element("h2.who.hidden", { "data-word": "you" }, word(language(), "you")),
    element("bdi.said", { dir: "auto" }, text),
    element("p.state", {}, element("span.how", {}), showTime(at, language())),
  );
  showState(drawn, state);
  return drawn;
}

/**
 * @param {HTMLElement} drawn
 * @param {State} state
 */
export function showState(drawn, state) {
  drawn.dataset.state = state;
  const how = drawn.querySelector(".how");
  how?.replaceChildren(element("span", { "data-word": state }, word(language(), state)));
}

/**
 * @param {HTMLElement} drawn
 * @param {string} why a sentence for the visitor
 * @param {() => void} edit take the text back into the question box
 */
export function showFailure(drawn, why, edit) {
  showState(drawn, "failed");
  const button = element(
    "button.tool",
    { type: "button", "data-word": "edit", click: edit },
    word(language(), "edit"),
  );
  drawn.querySelector(".how")?.append(why, " ", button);
}
