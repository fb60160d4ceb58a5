import type { Knowledge } from "../../knowledge/load.ts";
import type { PackageTools } from "./wanted.ts";

/** Complaints, penalties and remedies are never answers to our question. */
const GRIEVANCE =
  /投诉|举报|反映|复议|起诉|打官司|报警|罚|没收|查封|被查|城管|催我|刁难|complain|report (?:a|an|them|him|her|my)|\bfined?\b|appeal|lawsuit|\bsue\b/iu;
/** The visitor wants something done. */
const ERRAND =
  /(?:(?:办|申请|查|咨询|打听|了解|注销|变更|补办|延续|换|挂失|交|领)(?![了过好完的])|apply|renew|cancel|register).{0,12}(?:证|许可|备案|登记|执照|护照|社保|医保|公积金|户口|年报|税|licen[cs]e|permit|passport|visa)/iu;
/** What the visitor has already is told, not asked for. */
const HAD =
  /(?:已经|早就|都)?(?:有|办|领|拿|办好|办完|下来)(?:了|过了)|already have|have already/iu;
/** A name this long is no chance. */
const SHORTEST = { zh: 3, en: 6 };
/** Share of the words that a door's names must cover where they are short. */
const MOST_OF_IT = 0.4;

/** Whether a sentence asks for something to be done, or complains: no answer, whatever words it holds. */
export const isErrand = (text: string): boolean => GRIEVANCE.test(text) || ERRAND.test(text);

/** Whether a sentence in the middle of a plan is clearly about something else: an item, another body's matter, a grievance. */
export function isOtherMatter(
  text: string,
  tools: Pick<PackageTools, "knowledge" | "directory">,
): boolean {
  if (isErrand(text) || insists(text, tools.knowledge)) return true;
  return (namesItem(text, tools.knowledge) && !HAD.test(text)) || isAtADoor(text, tools);
}

function isAtADoor(
  text: string,
  { directory, knowledge }: Pick<PackageTools, "knowledge" | "directory">,
): boolean {
  const [door] = directory.doors.find(text, 1);
  if (!door || knowledge.outside.get(door.id)?.kind !== "government") return false;
  return door.named > SHORTEST.zh || (door.named >= 2 && door.named >= MOST_OF_IT * text.length);
}

const insists = (text: string, { outside }: Knowledge): boolean =>
  [...outside.values()].some(({ always }) =>
    [...(always?.zh ?? []), ...(always?.en ?? [])].some((word) => text.includes(word)),
  );

/** The catalogue of a day never changes while running: its names are collected once. */
const namesOf = new WeakMap<Knowledge["catalogue"], readonly string[]>();

function namesItem(text: string, knowledge: Knowledge): boolean {
  const names = namesOf.get(knowledge.catalogue) ?? itemNames(knowledge);
  namesOf.set(knowledge.catalogue, names);
  const typed = text.toLowerCase();
  return names.some((name) => typed.includes(name));
}

const itemNames = ({ catalogue }: Knowledge): string[] =>
  [...catalogue.items.values()].flatMap(({ name, aliases }) => [
    ...[name.zh, ...aliases.zh].filter((one) => one.length >= SHORTEST.zh),
    ...[name.en, ...aliases.en]
      .filter((one) => one.length >= SHORTEST.en)
      .map((one) => one.toLowerCase()),
  ]);
