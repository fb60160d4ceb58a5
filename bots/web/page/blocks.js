import { element } from "./element.js";
import { word } from "./words.js";

/** @typedef {Extract<import("../schema.ts").Entry, { from: "onedoor" }>} Reply */
/** @typedef {Reply["blocks"][number]} Block */
/** @typedef {(cites: number[]) => Node} Marks */

/**
 * Draw the blocks of a reply; facts that follow each other become one list of facts.
 * @param {Reply} reply
 * @param {Marks} marks draws the small source marks
 * @returns {HTMLElement[]}
 */
export function drawBlocks(reply, marks) {
  /** @type {HTMLElement[]} */
  const drawn = [];
  for (const block of reply.blocks) {
    const before = drawn.at(-1);
    if (block.kind === "fact" && before?.matches("dl")) before.append(fact(block, marks));
    else drawn.push(drawBlock(block, reply.lang, marks));
  }
  return drawn;
}

/**
 * The marks stay with the last character, so that none begins a line.
 * @param {string} text
 * @param {Node} marks
 */
function marked(text, marks) {
  const last = Array.from(text).at(-1) ?? "";
  return [text.slice(0, text.length - last.length), element("span.together", {}, last, marks)];
}

/**
 * @param {Block} block
 * @param {"zh" | "en"} lang
 * @param {Marks} marks
 * @returns {HTMLElement}
 */
function drawBlock(block, lang, marks) {
  switch (block.kind) {
    case "lead":
      return element("p.lead", {}, ...marked(block.text, marks(block.cites)));
    case "fact":
      return element("dl.facts", {}, fact(block, marks));
    case "list":
      return list(block, marks);
    case "table":
      return table(block, lang, marks);
    case "heading":
      return element("h3", {}, block.text);
    case "note":
      return element("p.note", {}, block.text);
  }
}

/**
 * @param {Extract<Block, { kind: "fact" }>} block
 * @param {Marks} marks
 */
function fact(block, marks) {
  return element(
    "div",
    {},
    element("dt", {}, block.label),
    element("dd", {}, ...marked(block.text, marks(block.cites))),
  );
}

/**
 * @param {Extract<Block, { kind: "list" }>} block
 * @param {Marks} marks
 */
function list(block, marks) {
  const items = block.items.map(({ text, note }) =>
    element("li", {}, element("span", {}, text), note ? element("small", {}, note) : null),
  );
  return element(
    "section.list",
    {},
    element("h3", {}, ...marked(block.label, marks(block.cites))),
    element("ul", {}, ...items),
  );
}

/**
 * A wide table scrolls by itself, also with the keyboard, so that the page never scrolls sideways.
 * @param {Extract<Block, { kind: "table" }>} block
 * @param {"zh" | "en"} lang
 * @param {Marks} marks
 */
function table(block, lang, marks) {
  const head = element(
    "tr",
    {},
    ...block.columns.map((column) => element("th", { scope: "col" }, column)),
  );
  const rows = block.rows.map((cells) =>
    element(
      "tr",
      {},
      ...cells.map((cell, i) =>
        i === 0 ? element("th", { scope: "row" }, cell) : element("td", {}, cell),
      ),
    ),
  );
  const label = word(lang, "scrollTable", { label: block.label });
  return element(
    "section.table",
    {},
    element("h3", {}, ...marked(block.label, marks(block.cites))),
    element(
      "div.scroll",
      { role: "region", tabindex: "0", "aria-label": label },
      element("table", {}, element("thead", {}, head), element("tbody", {}, ...rows)),
    ),
  );
}
