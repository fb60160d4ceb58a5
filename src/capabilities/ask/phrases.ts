import type { Duration, TimeLimit } from "../../domain/time-limit.ts";
import type { Language } from "../../domain/language.ts";
import type { Package } from "../../domain/package.ts";
import type { Provisions } from "../../knowledge/provisions.ts";
import type { Say } from "../../knowledge/wording.ts";

/** A voice: one language with its sentences, the provisions it may quote, the packages it may offer. */
export type Voice = {
  lang: Language;
  say: Say;
  provisions: Provisions;
  packages: ReadonlyMap<string, Package>;
};

/** "20个工作日", "20 working days": the unit as the source writes it. */
export function duration({ number, unit }: Duration, { say }: Voice): string {
  const form = number === 1 ? "one" : "many";
  return say(`duration.${unit}.${form}`, { n: number });
}

/** A time limit in full: how long, from when, what may be added, what does not count. */
export function timeLimit(limit: TimeLimit, voice: Voice): string {
  const { say, lang } = voice;
  const parts: string[] = [];
  if (limit.kind === "on-the-spot") parts.push(say("limit.on-the-spot"));
  if (limit.kind === "default") parts.push(say("limit.default"));
  if (limit.kind === "limited" && limit.duration)
    parts.push(
      say(limit.from ? `limit.from.${limit.from}` : "limit.bare", {
        time: duration(limit.duration, voice),
      }),
    );
  if (limit.extension)
    parts.push(say("limit.extension", { time: duration(limit.extension, voice) }));
  if (limit.excluded.length > 0)
    parts.push(
      say("limit.excluded", {
        steps: enumeration(
          limit.excluded.map((step) => say(`step.${step}`)),
          lang,
        ),
      }),
    );
  if (limit.note) parts.push(limit.note[lang]);
  return sentences(parts, lang);
}

export function enumeration(words: readonly string[], lang: Language): string {
  return words.join(lang === "zh" ? "、" : ", ");
}

/** Joins clauses to one text; each keeps its own end mark if it has one. */
export function sentences(parts: readonly string[], lang: Language): string {
  const stop = lang === "zh" ? "；" : "; ";
  return parts
    .map((part, i) => (i < parts.length - 1 ? part.replace(/[。.；;]$/u, "") + stop : part))
    .join("");
}
