import type { Block, Reply } from "./message.ts";

const numbers = (cites: readonly number[]) => cites.map((n) => `[${n}]`).join("");

/**
 * A reply as plain text: for terminals, for copying, for programs.
 * @returns lines; statements carry the numbers of their sources, which are listed at the end
 */
export function plainText(reply: Reply): string {
  const blocks = reply.blocks.map((block) => blockText(block, reply.lang)).join("\n");
  if (reply.citations.length === 0) return blocks;
  return `${blocks}\n\n${reply.lang === "zh" ? "依据" : "Sources"}:\n${reply.citations.map((_, i) => sourceLine(reply, i)).join("\n")}`;
}

function blockText(block: Block, lang: Reply["lang"]): string {
  const colon = lang === "zh" ? "：" : ": ";
  switch (block.kind) {
    case "lead":
      return `${block.text} ${numbers(block.cites)}`;
    case "fact":
      return `${block.label}${colon}${block.text} ${numbers(block.cites)}`;
    case "list":
      return [
        `${block.label}${colon}${numbers(block.cites)}`,
        ...block.items.map(
          ({ text, note }) =>
            `- ${text}${note ? (lang === "zh" ? `（${note}）` : ` (${note})`) : ""}`,
        ),
      ].join("\n");
    case "table":
      return [
        `${block.label}${colon}${numbers(block.cites)}`,
        ...[block.columns, ...block.rows].map((row) => row.join(" | ")),
      ].join("\n");
    case "heading":
      return lang === "zh" ? `【${block.text}】` : `[${block.text}]`;
    case "note":
      return block.text;
  }
}

function sourceLine(reply: Reply, i: number): string {
  const source = reply.citations[i]!;
  const zh = reply.lang === "zh";
  const version = [
    source.version,
    source.validFrom ? (zh ? `${source.validFrom}起有效` : `valid from ${source.validFrom}`) : "",
  ]
    .filter(Boolean)
    .join(zh ? "，" : ", ");
  const doubt = source.verified ? "" : zh ? "，未核原文" : ", not checked against the original";
  const name = zh ? `《${source.title}》${source.article}` : `${source.title}, ${source.article}`;
  const checked = zh ? `核对于${source.checkedOn}` : `checked on ${source.checkedOn}`;
  return `[${i + 1}] ${name}${zh ? "（" : " ("}${version}${zh ? "，" : ", "}${checked}${doubt}${zh ? "）" : ")"}`;
}
