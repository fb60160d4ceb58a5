import type { DraftBlock } from "../../domain/draft.ts";
import { nameOf, note, type Found, type Ground } from "./look-up.ts";

/** Published numbers are told each with its day and source, and never put together. */
export function figuresNamed(words: string, ground: Ground): Found | null {
  const { say, lang, knowledge, directory } = ground;
  const typed = words.match(/\d[\d,]*(?:\.\d+)?/g)?.map((one) => Number(one.replaceAll(",", "")));
  const stated = [...knowledge.powers.figures.values()].filter(({ mark }) => mark !== "U");
  const named = directory.figures.find(words, 3).filter((hit) => hit.named > 1);
  const figures = typed
    ? stated.filter(({ value }) => typed.includes(value))
    : stated.filter(({ id }) => named.some((hit) => hit.id === id));
  if (figures.length === 0) return null;
  return {
    shown: figures.map(({ id, counts }) => nameOf(id, counts)),
    blocks: [
      ...figures.map((figure): DraftBlock => ({
        kind: "fact",
        label: say("figure.stated", { day: figure.statedOn }),
        text: figure.says[lang],
        cites: figure.says.cites,
        mark: figure.mark,
      })),
      note(say("figure.never-added")),
    ],
  };
}
