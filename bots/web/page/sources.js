import { element } from "./element.js";
import { word } from "./words.js";

/** @typedef {import("./blocks.js").Reply} Reply */
/** @typedef {Reply["citations"][number]} Source */

let panels = 0;

/**
 * Draw the sources of a reply, folded, and the marks that open them.
 * @param {Reply} reply
 * @returns {{ panel: HTMLElement | null, marks: (cites: number[]) => Node }}
 */
export function drawSources({ citations, lang }) {
  if (citations.length === 0) return { panel: null, marks: () => document.createTextNode("") };
  const prefix = `source-${++panels}-`;
  const cards = citations.map((source, i) => drawSource(source, lang, `${prefix}${i + 1}`));
  const summary = element(
    "summary",
    {},
    word(lang, "sources"),
    element("span.count", {}, String(citations.length)),
  );
  const panel = /** @type {HTMLDetailsElement} */ (
    element("details.sources", {}, summary, element("ol", {}, ...cards))
  );
  panel.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !panel.open) return;
    panel.open = false;
    summary.focus();
  });
  const show = (/** @type {number} */ number) => {
    panel.open = true;
    cards[number - 1]?.focus();
  };
  return { panel, marks: (cites) => drawMarks(cites, citations, lang, show) };
}

/**
 * @param {number[]} cites
 * @param {Source[]} citations
 * @param {"zh" | "en"} lang
 * @param {(number: number) => void} show
 */
function drawMarks(cites, citations, lang, show) {
  const marks = cites.map((number) => {
    const source = citations[number - 1];
    const name = `${word(lang, "source", { number })}: ${source?.title ?? ""} ${source?.article ?? ""}`;
    const open = () => show(number);
    return element(
      "button.mark",
      { type: "button", "aria-label": name, title: name, click: open },
      String(number),
    );
  });
  return element("sup", {}, ...marks);
}

/**
 * @param {Source} source
 * @param {"zh" | "en"} lang
 * @param {string} id
 */
function drawSource(source, lang, id) {
  const row = (/** @type {string} */ key, /** @type {string} */ text) =>
    element("div", {}, element("dt", {}, word(lang, key)), element("dd", {}, text));
  return element(
    "li.source",
    { id, tabindex: "-1" },
    element(
      "p.law",
      {},
      element("cite", {}, source.title),
      " ",
      element("span", {}, source.article),
    ),
    element(
      "p.badges",
      {},
      ...badges(source).map((key) => element(`span.badge.${key}`, {}, word(lang, key))),
    ),
    element("blockquote", {}, source.says),
    element(
      "dl",
      {},
      row("version", source.version),
      row("validity", validity(source, lang)),
      row("checked", source.checkedOn),
    ),
  );
}

/**
 * @param {Source} source
 * @returns {string[]} words that warn, or the one that reassures
 */
export function badges({ inForce, verified, validTo }) {
  const force = inForce ? null : validTo === null ? "notYet" : "ended";
  const doubts = [force, verified ? null : "unverified"].filter((key) => key !== null);
  return doubts.length > 0 ? doubts : ["inForce"];
}

/**
 * @param {Pick<Source, "validFrom" | "validTo">} source
 * @param {"zh" | "en"} lang
 */
export function validity({ validFrom, validTo }, lang) {
  const key = validFrom ? (validTo ? "fromTo" : "from") : validTo ? "until" : "noDates";
  return word(lang, key, { from: validFrom ?? "", to: validTo ?? "" });
}
