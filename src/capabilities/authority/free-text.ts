import { dayOf } from "../../domain/day.ts";
import type { Hearing, Tools } from "../capability.ts";
import { authorityCard } from "./authority-card.ts";
import { bodiesTakenOut } from "./bodies-named.ts";
import {
  asksOneOrTheOther,
  asksWhichBody,
  matterOf,
  pointsBack,
  withoutMarks,
} from "./body-asked.ts";
import {
  readDeadline,
  readLength,
  readWrongDay,
  tellDeadline,
  tellLength,
  whichProcedure,
} from "./deadline-asked.ts";
import { findEntry } from "./entry-named.ts";
import { figuresNamed } from "./figures-named.ts";
import { lackingOf } from "./has-not.ts";
import { dayNotUnderstood } from "./clock.ts";
import { card, followUp, matterTalkedOf } from "./follow-up.ts";
import { note, type Found, type Ground } from "./look-up.ts";
import { mattersIn } from "./matters-in.ts";
import { namesViolation, tellPenalty, violationAsked } from "./penalty-asked.ts";
import { toEachOf } from "./redirect.ts";
import { withoutPermit } from "./without-permit.ts";

/** What is told to a question in everyday words, with the day whose law it is judged by if that is another. */
export type Told = { find(ground: Ground): Found; day?: string };

/** "388减330": published numbers are asked for together. */
const ARITHMETIC = /\d\s*(?:减去?|加上?|乘以?|除以?|[+＋×÷]|minus|plus)\s*\d/iu;
/** From this confidence on a general rule of the catalogue answers. */
const SURE_RULE = 0.7;

/**
 * A question in everyday words that is this capability's: by which day, how long a step of enforcement takes,
 * which body, how much a named violation costs, or what goes on about the matter talked of.
 * @returns null when it is the catalogue's
 */
export function readFreeText(hearing: Hearing, tools: Tools): Told | null {
  return (
    askedDay(hearing, tools) ??
    askedFollowUp(hearing, tools) ??
    askedPenalty(hearing, tools) ??
    askedBody(hearing, tools) ??
    askedByStaff(hearing, tools)
  );
}

function askedDay(hearing: Hearing, tools: Tools): Told | null {
  if (hearing.asOf) return null;
  const today = dayOf(hearing.at);
  const asked = readDeadline(hearing.text, today);
  if (asked === null) {
    const wrong = readWrongDay(hearing.text, today, groundOf(hearing, tools));
    return wrong === null ? null : { find: (ground) => dayNotUnderstood(wrong, ground) };
  }
  if (tellDeadline(asked, groundOf(hearing, tools)) !== null)
    return { find: (ground) => tellDeadline(asked, ground)!, day: asked.day };
  return hearing.as === "staff"
    ? { find: (ground) => whichProcedure(asked.day, ground), day: asked.day }
    : null;
}

function askedFollowUp(hearing: Hearing, tools: Tools): Told | null {
  const entry = matterTalkedOf(hearing, tools);
  if (entry === null) return null;
  const find = followUp(hearing.text, entry, { ...tools, day: hearing.day });
  return find && { find };
}

/** For everybody, where the violation is surely named. */
function askedPenalty(hearing: Hearing, tools: Tools): Told | null {
  const { text, as, state } = hearing;
  const words = violationAsked(text);
  if (words === null || isGeneralRule(hearing, tools)) return null;
  if (namesViolation(words, groundOf(hearing, tools)))
    return { find: (ground) => tellPenalty(words, ground) };
  // "罚多少" in a conversation about an item is asked of the item.
  if (as !== "staff" || (words === "" && state.subject !== null)) return null;
  return {
    find: (ground) =>
      words === ""
        ? whichMatter(ground)
        : (withoutPermit(words, ground) ?? tellPenalty(words, ground)),
  };
}

function askedBody(hearing: Hearing, tools: Tools): Told | null {
  const { text, state, as, day } = hearing;
  if (!asksWhichBody(text)) return null;
  const ground = groundOf(hearing, tools);
  const whole = matterOf(text);
  const bare = asksOneOrTheOther(text) ? matterOf(bodiesTakenOut(text, ground)) : whole;
  // "烟草局移交来的无证户" without the bureau names nothing.
  const matter = findEntry(withoutMarks(bare), { ...tools, day }) === null ? whole : bare;
  if (pointsBack(matter)) {
    const entry =
      matterTalkedOf(hearing, tools) ??
      (state.subject && tools.knowledge.powers.entryOfItem.get(state.subject.item));
    if (entry) return { find: (one) => card(entry, null, one) };
    return as === "staff" ? { find: whichMatter } : null;
  }
  const several = mattersIn(matter, { ...tools, day });
  if (several !== null) return { find: (one) => toEachOf(several, one) };
  const words = withoutMarks(matter);
  const sure = findEntry(words, { ...tools, day }) !== null;
  const asksBack = as === "staff" && !isGeneralRule(hearing, tools);
  return sure || asksBack ? { find: (one) => authorityCard.find(words, one) } : null;
}

/** "两家都立案了谁管", "没有营业执照开店怎么罚" are answered by a rule, whoever asks. */
function isGeneralRule({ text, at }: Hearing, { search, knowledge }: Tools): boolean {
  const [best] = search.find(text, { at, limit: 1 });
  return best !== undefined && best.confidence >= SURE_RULE && knowledge.rules.has(best.group);
}

function askedByStaff(hearing: Hearing, tools: Tools): Told | null {
  if (hearing.as !== "staff") return null;
  const ground = groundOf(hearing, tools);
  if (ARITHMETIC.test(hearing.text) && figuresNamed(hearing.text, ground) !== null)
    return { find: (one) => figuresNamed(hearing.text, one)! };
  if (lackingOf(hearing.text) !== null)
    return { find: (one) => authorityCard.find(withoutMarks(matterOf(hearing.text)), one) };
  const words = readLength(hearing.text);
  return words !== null && tellLength(words, ground) !== null
    ? { find: (one) => tellLength(words, one)! }
    : null;
}

/** No matter is named and none was talked of. */
function whichMatter({ say }: Ground): Found {
  return {
    shown: [],
    blocks: [note(say("staff.which-matter")), note(say("staff.usage.authority"))],
  };
}

/** What a look-up rests on, for one turn. */
export function groundOf({ as, day, at, lang }: Hearing, tools: Tools): Ground {
  return {
    knowledge: tools.knowledge,
    directory: tools.directory,
    library: tools.library,
    forStaff: as === "staff",
    day,
    today: dayOf(at),
    lang,
    say: tools.knowledge.wording[lang],
  };
}
