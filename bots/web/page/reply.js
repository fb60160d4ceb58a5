import { drawBlocks } from "./blocks.js";
import { element } from "./element.js";
import { plainText } from "./plain-text.js";
import { drawSources } from "./sources.js";
import { showTime } from "./time.js";
import { word } from "./words.js";

/** @typedef {import("./blocks.js").Reply} Reply */

/**
 * Draw one reply. Its own words (sources, copy) follow the language of the reply, not of the page,
 * so that one language is spoken inside it.
 * @param {Reply} reply
 * @param {(text: string) => void} choose what pressing a choice says
 * @returns {HTMLElement}
 */
export function drawReply(reply, choose) {
  const { lang } = reply;
  const { panel, marks } = drawSources(reply);
  const body = element("div.body", {}, ...drawBlocks(reply, marks));
  return element(
    "article.reply",
    { lang: lang === "zh" ? "zh-CN" : "en", "data-seq": String(reply.seq) },
    element(
      "h2.who",
      {},
      element("img", { src: "/page/mark.svg", alt: "", width: "28", height: "28" }),
      word(lang, "oneDoor"),
      showTime(reply.at, lang),
    ),
    body,
    panel,
    element("div.tools", {}, copyButton(reply)),
    choiceButtons(reply, choose),
  );
}

/**
 * @param {Reply} reply
 * @param {(text: string) => void} choose
 */
function choiceButtons({ choices, lang }, choose) {
  if (choices.length === 0) return null;
  const buttons = choices.map(({ label, text }) =>
    element("button.choice", { type: "button", click: () => choose(text) }, label),
  );
  return element("div.choices", { role: "group", "aria-label": word(lang, "choices") }, ...buttons);
}

/** @param {Reply} reply */
function copyButton(reply) {
  const button = element(
    "button.tool",
    { type: "button", "aria-live": "polite" },
    word(reply.lang, "copy"),
  );
  button.addEventListener("click", async () => {
    const done = await copy(plainText(reply));
    button.textContent = word(reply.lang, done ? "copied" : "notCopied");
    setTimeout(() => (button.textContent = word(reply.lang, "copy")), 2_500);
  });
  return button;
}

/**
 * @param {string} text
 * @returns {Promise<boolean>}
 */
async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

/**
 * The clipboard interface exists only on https pages; this works on the others.
 * @param {string} text
 */
function copyBySelection(text) {
  const area = /** @type {HTMLTextAreaElement} */ (
    element("textarea.away", { "aria-hidden": "true", tabindex: "-1" })
  );
  area.value = text;
  document.body.append(area);
  area.select();
  const done = document.execCommand("copy");
  area.remove();
  return done;
}
