import { articleName } from "../../domain/article-name.ts";
import type { DraftListItem } from "../../domain/draft.ts";
import type { Exemption } from "./decision.ts";
import type { Voice } from "./phrases.ts";
import { bare, isLicence, listOf, unknown, type Teller } from "./tell.ts";

const MOST_CASES = 3;
const MOST_THRESHOLDS = 4;

/** The cases in which nothing, or something else, is needed; each with its condition. */
export const need: Teller = ({ item }, voice) => {
  const { say } = voice;
  const cases = item.notNeeded.filter((exemption) => exemption.mark !== "U");
  if (cases.length === 0) return [];
  const items = cases.slice(0, MOST_CASES).map((exemption) => caseLine(exemption, voice));
  const cites = items.flatMap((line) => line.cites ?? []);
  const more = cases.length - items.length;
  return [
    { kind: "list", label: say("label.not-needed"), items, cites },
    ...(more > 0 ? [{ kind: "note" as const, text: say("cases.more", { n: more }) }] : []),
  ];
};

/** A case as one line: what follows in it says its condition too. */
export function caseLine({ then, mark }: Exemption, { lang }: Voice): DraftListItem {
  return { text: then[lang], cites: then.cites, mark };
}

/** What must be true of the applicant. */
export const conditions: Teller = (subject, voice) => {
  const told = listOf(voice.say("label.conditions"), subject.entry?.conditions ?? [], voice);
  return told.length > 0 ? told : unknown("conditions", subject, voice);
};

/** Numbers at which the answer changes. */
export const threshold: Teller = ({ item, entry }, voice) => {
  const numbered = (entry?.facts ?? []).filter((fact) => /\d/.test(fact.zh));
  const stated = item.thresholds.length > 0 ? item.thresholds : numbered;
  const told = listOf(voice.say("label.threshold"), stated.slice(0, MOST_THRESHOLDS), voice);
  return told.length > 0 ? told : [{ kind: "note", text: voice.say("unknown.threshold") }];
};

/** What comes afterwards. */
export const next: Teller = ({ item }, voice) => {
  const told = listOf(voice.say("label.next"), item.next, voice);
  return told.length > 0 ? told : [{ kind: "note", text: voice.say("unknown.next") }];
};

/** The provisions it rests on, each with what it decides. */
export const law: Teller = ({ item, entry }, { say, lang, provisions }) => {
  const cites = [...new Set([...(entry?.basis ?? []), ...item.verdict.cites])];
  const items = cites
    .flatMap((ref) => provisions.get(ref) ?? [])
    .map((provision): DraftListItem => {
      const title = lang === "zh" ? provision.title : provision.titleEn;
      const text = say("law.article", { title, article: articleName(provision.article, lang) });
      return { text, note: bare(provision.says[lang]), cites: [provision.id] };
    });
  return [{ kind: "list", label: say("label.law"), items, cites }];
};

/** The steps from applying to holding the result: Licensing Law art 32, 34, 42, 44. */
export const process: Teller = (subject, { say, lang }) => {
  if (!isLicence(subject)) return [{ kind: "note", text: say("process.filing") }];
  const inspection = subject.entry?.siteInspection;
  const step = (key: string, article: string) => ({
    text: say(key),
    cites: [`administrative-licensing-law/${article}`],
  });
  const review =
    inspection && inspection.mark !== "U"
      ? { text: inspection[lang], cites: inspection.cites, mark: inspection.mark }
      : step("process.review", "34");
  const items = [
    step("process.apply", "32"),
    step("process.accept", "32"),
    review,
    step("process.decide", "42"),
    step("process.deliver", "44"),
  ];
  return [
    {
      kind: "list",
      label: say("label.process"),
      items,
      cites: items.flatMap((item) => item.cites),
    },
  ];
};

/** Approval is decided on the conditions; nobody can promise it. */
export const guarantee: Teller = (_, { say }) => [{ kind: "note", text: say("no-guarantee") }];
