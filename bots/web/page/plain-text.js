import { badges, validity } from "./sources.js";
import { word } from "./words.js";

/** @typedef {import("./blocks.js").Reply} Reply */

/**
 * A reply as plain text for the clipboard, with its sources below.
 * @param {Reply} reply
 * @returns {string}
 */
export function plainText(reply) {
  const { blocks, citations, lang } = reply;
  const body = blocks.map((block) => plainBlock(block, lang));
  if (citations.length === 0) return body.join("\n");
  const sources = citations.map((source, i) => `[${i + 1}] ${plainSource(source, lang)}`);
  return [...body, "", word(lang, "sources"), ...sources].join("\n");
}

/**
 * @param {Reply["blocks"][number]} block
 * @param {"zh" | "en"} lang
 */
function plainBlock(block, lang) {
  const colon = lang === "zh" ? "：" : ": ";
  const marks = "cites" in block ? block.cites.map((number) => `[${number}]`).join("") : "";
  switch (block.kind) {
    case "lead":
      return `${block.text}${marks}`;
    case "fact":
      return `${block.label}${colon}${block.text}${marks}`;
    case "list":
      return [`${block.label}${marks}`, ...block.items.map(plainItem(lang))].join("\n");
    case "table":
      return [
        `${block.label}${marks}`,
        ...[block.columns, ...block.rows].map((row) => row.join("\t")),
      ].join("\n");
    default:
      return block.text;
  }
}

/** @param {"zh" | "en"} lang */
const plainItem =
  (lang) =>
  (/** @type {{ text: string, note?: string }} */ { text, note }) =>
    note ? `- ${text}${lang === "zh" ? `（${note}）` : ` (${note})`}` : `- ${text}`;

/**
 * @param {Reply["citations"][number]} source
 * @param {"zh" | "en"} lang
 */
function plainSource(source, lang) {
  const facts = [
    `${source.title} ${source.article}`,
    source.version,
    validity(source, lang),
    `${word(lang, "checked")} ${source.checkedOn}`,
    ...badges(source).map((key) => word(lang, key)),
  ];
  return `${facts.join(lang === "zh" ? "，" : ", ")}\n    ${source.says}`;
}
