import type { HandlingItem } from "../../domain/handling-item.ts";
import type { DraftBlock } from "../../domain/draft.ts";
import { duration, sentences, timeLimit, type Voice } from "./phrases.ts";
import { unknown, type Teller } from "./tell.ts";

/** How long the authority has, by law and by promise; a promise nobody made is not stated. */
export const limit: Teller = (subject, voice) => {
  const { entry } = subject;
  const { say } = voice;
  const lawful = entry?.statutoryLimit;
  // "多少天要备案" asks by when the visitor must act, not how long the office takes.
  if (!lawful || lawful.mark === "U")
    return entry?.window && entry.window.mark !== "U"
      ? renewal(subject, voice)
      : unknown("limit", subject, voice);
  const statutory: DraftBlock = {
    kind: "fact",
    label: say("label.limit"),
    text: timeLimit(lawful, voice),
    cites: lawful.cites,
    mark: lawful.mark,
  };
  const promise = entry.promisedLimit;
  if (promise && promise.mark !== "U")
    return [
      statutory,
      {
        kind: "fact",
        label: say("label.promise"),
        text: timeLimit(promise, voice),
        cites: promise.cites,
        mark: promise.mark,
      },
    ];
  return lawful.kind === "on-the-spot"
    ? [statutory]
    : [statutory, { kind: "note", text: say("unknown.promise") }];
};

/** How long the result holds. */
export const validity: Teller = (subject, voice) => {
  const told = subject.entry?.validity;
  if (!told || told.mark === "U") return unknown("validity", subject, voice);
  const length = told.duration ? [duration(told.duration, voice)] : [];
  const text = sentences([...length, ...(told.note ? [told.note[voice.lang]] : [])], voice.lang);
  return [
    { kind: "fact", label: voice.say("label.validity"), text, cites: told.cites, mark: told.mark },
  ];
};

/** When it must be renewed, filed or reported, and what happens later than that. */
export const renewal: Teller = ({ entry }, voice) => {
  const window = entry?.window;
  if (!window || window.mark === "U") return [{ kind: "note", text: voice.say("unknown.window") }];
  const text = sentences(
    [whenIn(window, voice), ...(window.ifLate ? [window.ifLate[voice.lang]] : [])],
    voice.lang,
  );
  return [
    {
      kind: "fact",
      label: voice.say("label.window"),
      text,
      cites: window.cites,
      mark: window.mark,
    },
  ];
};

const MOST_CONSEQUENCES = 3;

/** What follows when it is not done, or done late; of a breach that was described, what follows from that one. */
export const late: Teller = (subject, voice, relevant = []) => {
  const sanctions = (subject.entry?.facts ?? []).filter(
    (fact) => fact.mark !== "U" && SANCTION.test(fact.zh),
  );
  const described = sanctions.filter(({ zh }) => relevant.some((told) => told.zh === zh));
  const consequences = (described.length > 0 ? described : sanctions)
    .slice(0, MOST_CONSEQUENCES)
    .map((fact): DraftBlock => ({
      kind: "fact",
      label: voice.say("label.consequence"),
      text: fact[voice.lang],
      cites: fact.cites,
      mark: fact.mark,
    }));
  if (described.length > 0) return consequences;
  const window = renewal(subject, voice);
  return consequences.length > 0
    ? [...consequences, ...window.filter((block) => block.kind !== "note")]
    : window;
};

/** Words by which a statute names what it does to those who do not comply. */
const SANCTION = /罚款|处罚|罚\d|责令|吊销|撤销|警告|没收|取缔/u;

function whenIn(window: NonNullable<HandlingItem["window"]>, voice: Voice): string {
  const closes = duration(window.closes, voice);
  if (!window.opens) return voice.say(`window.${window.relativeTo}`, { closes });
  const opens = duration(window.opens, voice);
  const untilTheEnd =
    window.relativeTo === "before-expiry" &&
    window.closes.number === 1 &&
    window.closes.unit === "day";
  return untilTheEnd
    ? voice.say("window.before-expiry.within", { opens })
    : voice.say(`window.${window.relativeTo}.between`, { opens, closes });
}
