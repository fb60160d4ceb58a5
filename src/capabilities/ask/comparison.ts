import type { DraftBlock } from "../../domain/draft.ts";
import type { Subject } from "./subject.ts";
import { duration, timeLimit, type Voice } from "./phrases.ts";

/** Two items side by side: what each is, how long it takes, how long it holds. */
export function comparison(subjects: readonly [Subject, Subject], voice: Voice): DraftBlock[] {
  const { say, lang } = voice;
  const [first, second] = subjects;
  const row = (label: string, of: (subject: Subject) => string) => [
    say(label),
    of(first),
    of(second),
  ];
  const missing = say("compare.unknown");
  return [
    { kind: "lead", text: first.item.verdict[lang], cites: first.item.verdict.cites },
    { kind: "lead", text: second.item.verdict[lang], cites: second.item.verdict.cites },
    {
      kind: "table",
      label: say("label.compare"),
      columns: ["", first.item.name[lang], second.item.name[lang]],
      rows: [
        row("compare.sort", ({ item }) => say(`need.${item.need}`)),
        row("label.authority", ({ item }) => item.authority.decides[lang]),
        row("label.limit", ({ entry }) =>
          entry?.statutoryLimit && entry.statutoryLimit.mark !== "U"
            ? timeLimit(entry.statutoryLimit, voice)
            : missing,
        ),
        row("label.validity", ({ entry }) =>
          entry?.validity?.duration && entry.validity.mark !== "U"
            ? duration(entry.validity.duration, voice)
            : missing,
        ),
      ],
      cites: [...new Set(subjects.flatMap(sourcesOf))],
    },
  ];
}

function sourcesOf({ item, entry }: Subject): string[] {
  return [
    ...item.authority.cites,
    ...(entry?.basis ?? item.verdict.cites),
    ...(entry?.statutoryLimit?.mark === "U" ? [] : (entry?.statutoryLimit?.cites ?? [])),
    ...(entry?.validity?.mark === "U" ? [] : (entry?.validity?.cites ?? [])),
  ];
}
