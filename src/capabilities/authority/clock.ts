import type { ClockRule } from "../../domain/clock-rule.ts";
import type { DraftBlock } from "../../domain/draft.ts";
import type { CatalogueItem } from "../../knowledge/catalogue.ts";
import { countFrom, limitsOf, type Limit } from "./clock-limit.ts";
import { procedureNamed, spanOf, type Named } from "./clock-named.ts";
import { calendarNotes, countedTables, limitNotes, limitTables, pauseNotes } from "./clock-tell.ts";
import { readClockWords, type ClockWords } from "./clock-words.ts";
import { itemLimits, itemNamed } from "./item-limits.ts";
import { nameOf, note, notFound, type Found, type Ground, type LookUp } from "./look-up.ts";

/** `/clock 投诉 2026-09-28`: the last day of every limit of a procedure or an approval, with the holidays named. */
export const clock: LookUp = {
  names: ["clock", "时钟", "期限", "算日子"],
  find(typed, ground) {
    const words = readClockWords(typed);
    if (words.procedure === "") return notFound("clock", "", ground);
    if (words.unread !== null) return dayNotUnderstood(words.unread, ground);
    return clockFor(words, ground) ?? nearest(words.procedure, ground);
  },
};

/**
 * The limits of the procedure or approval item that the words name, whichever they name by more.
 * @returns null when they name neither; without a day of the event (`dated` false) the limits alone
 */
export function clockFor(words: ClockWords, ground: Ground, dated = true): Found | null {
  const procedure = procedureNamed(words.procedure, ground);
  const approval = itemNamed(words.procedure, ground);
  if (approval && approval.named > (procedure?.named ?? 0))
    return clockOfItem(approval.item, words, ground, dated);
  if (procedure === null) return null;
  return procedure.rule === null
    ? noVersion(procedure, ground)
    : clockOfRule(procedure.rule, words, ground, dated);
}

function clockOfRule(rule: ClockRule, words: ClockWords, ground: Ground, dated: boolean): Found {
  const { lang, say, day } = ground;
  const limits = limitsOf(rule, ground);
  const label = say("clock.table", { starts: rule.starts[lang] });
  return {
    shown: [nameOf(rule.id, rule.name)],
    blocks: [
      { kind: "heading", text: dated ? `${rule.name[lang]} · ${day}` : rule.name[lang] },
      ...told(label, limits, words, ground, dated),
      ...(rule.note ? [note(rule.note[lang])] : []),
      note(
        say(dated ? "clock.version" : "clock.rule", {
          id: rule.id,
          span: spanOf(rule, ground),
          day,
        }),
      ),
    ],
    choices: dated ? [] : askForDay(rule.name[lang], ground),
  };
}

/** The item's own limits; where none is entered, that, and the general rule to look at. */
function clockOfItem(
  item: CatalogueItem,
  words: ClockWords,
  ground: Ground,
  dated: boolean,
): Found {
  const { lang, say, day } = ground;
  const limits = itemLimits(item, words.procedure, ground);
  const name = item.name[lang];
  const shown = [nameOf(item.id, item.name)];
  const general = say("clock.general-rule");
  if (limits.length === 0)
    return {
      shown,
      blocks: [note(say("clock.item-without-limit", { name }))],
      choices: ground.forStaff ? [{ label: general, text: `/clock ${general} ${day}` }] : [],
    };
  return {
    shown,
    blocks: [
      { kind: "heading", text: dated ? `${name} · ${day}` : name },
      ...told(say("clock.item-table"), limits, words, ground, dated),
    ],
    choices: dated ? [] : askForDay(name, ground),
  };
}

function told(
  label: string,
  limits: readonly Limit[],
  { pauses }: ClockWords,
  ground: Ground,
  dated: boolean,
): DraftBlock[] {
  if (!dated) return [...limitTables(label, limits, ground), ...limitNotes(limits, ground)];
  const dates = countFrom(limits, ground.day, pauses, ground);
  const fromToday =
    ground.day === ground.today ? [note(ground.say("clock.from-today", { day: ground.day }))] : [];
  return [
    ...countedTables(label, dates, ground),
    ...fromToday,
    ...limitNotes(limits, ground),
    ...pauseNotes(pauses, dates, ground),
    ...calendarNotes(dates, ground),
  ];
}

/** To an officer the command that counts, ready to be sent. */
function askForDay(name: string, { forStaff, say, today }: Ground): Found["choices"] {
  return forStaff
    ? [{ label: say("clock.count-from-today"), text: `/clock ${name} ${today}` }]
    : [];
}

/** The procedure is known, but no version of its rules is entered for that day: nothing else is told instead. */
function noVersion({ versions }: Named, ground: Ground): Found {
  const { say, lang, day } = ground;
  const [first] = versions;
  return {
    shown: versions.map(({ id, name }) => nameOf(id, name)),
    blocks: [
      note(say("clock.no-version", { name: first!.name[lang], day })),
      ...versions.map((version) =>
        note(
          say("clock.entered-version", { name: version.name[lang], span: spanOf(version, ground) }),
        ),
      ),
    ],
  };
}

/** A day that is none, or a pause that ends before it begins: counting from another day would be worse than none. */
export function dayNotUnderstood(typed: string, { say }: Ground): Found {
  return {
    shown: [],
    blocks: [note(say("clock.day-not-understood", { typed })), note(say("staff.usage.clock"))],
  };
}

const MOST_NEAR = 4;

function nearest(words: string, ground: Ground): Found {
  const near = ground.directory.clocks.find(words, MOST_NEAR).map(({ id }) => {
    const label = ground.knowledge.powers.clocks.get(id)!.name[ground.lang];
    return { label, text: `/clock ${label} ${ground.day}` };
  });
  return { ...notFound("clock", words, ground), choices: near };
}
