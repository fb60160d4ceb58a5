import { articleName } from "../../domain/article-name.ts";
import { inForce } from "../../domain/citation.ts";
import type { DraftBlock } from "../../domain/draft.ts";
import type { Ground } from "./look-up.ts";

/** Shorter names stand in too many texts. */
const SHORTEST_TITLE = 5;

/** An article in force that says of the law so named that it was repealed. */
export function repealTold(named: string, { knowledge, lang, say, day }: Ground): DraftBlock[] {
  const title = named.replace(/^中华人民共和国/u, "").trim();
  if (title.length < SHORTEST_TITLE) return [];
  const source = [...knowledge.provisions.values()].find(
    (one) =>
      inForce(one, day) &&
      one.mark !== "U" &&
      one.says.zh.includes(title) &&
      /废止/u.test(one.says.zh),
  );
  if (!source) return [];
  const name = lang === "zh" ? `《${source.title}》` : `${source.titleEn}, `;
  return [
    {
      kind: "fact",
      label: say("law.now", { name: `${name}${articleName(source.article, lang)}` }),
      text: source.says[lang],
      cites: [source.id],
    },
  ];
}
