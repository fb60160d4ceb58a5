import { daysIn } from "./dates.ts";
import { issuerIn } from "./issuer.ts";
import type { HeaderFacts } from "./parsed-law.ts";

/** One event of a law's history as its head tells it. */
type Event = { day: string; kind: EventKind; verb: string; words: string };
type EventKind = "adopted" | "approved" | "published" | "amended" | "effective";

const VERBS: readonly (readonly [EventKind, RegExp])[] = [
  ["effective", /施行|实施|生效/u],
  ["amended", /修正|修订|修改/u],
  ["approved", /批准/u],
  ["published", /公布|发布|颁布|印发/u],
  ["published", /公告/u],
  ["adopted", /通过/u],
];
const QUOTED = /《[^》]*》?|[<〈][^>〉]*[>〉]/gu;
const ORDER =
  /((?:主席|[\p{Script=Han}、]{2,30}?)令)\s*[（(〔]?\s*(?:[〔［[（(]?\d{4}[〕］\])）]?\s*年?\s*)?第\s*([\d〇零一二三四五六七八九十百]+)\s*号/u;
const FILE_NUMBER =
  /([\p{Script=Han}]{1,14})\s*[〔［[【（(](\d{4})[〕］\]】）)]\s*(?:第\s*)?(\d{1,5})\s*号/u;
/** 自…起施行, in the last articles. */
const COMES_INTO_FORCE = /起\s*(?:开始)?(?:施行|实施|生效|执行)/u;
const FROM_PUBLICATION = /自(?:公布|发布|颁布|印发)之日起\s*(?:施行|实施|生效|执行)/u;
/** A sentence in which earlier law ends. */
const REPEALS = /同时废止|予以废止|即行废止|同时停止(?:执行|施行)|同时失效/u;

/**
 * What the head and the end of a text say of the law.
 * @param head title aside, all lines before the first article or chapter as one string
 * @param ending wording of the last articles
 */
export function headerFacts(title: string, head: string, ending: string): HeaderFacts {
  const events = eventsIn(head);
  const dayOf = (kind: EventKind) => events.find((event) => event.kind === kind)?.day ?? null;
  const amendments = events.filter((event) => event.kind === "amended");
  const published = dayOf("published");
  return {
    number: numberIn(head),
    issuer: issuerIn(
      events.map(({ words }) => words),
      head,
      title,
    ),
    adopted: dayOf("adopted"),
    published,
    amended: [...new Set(amendments.map(({ day }) => day))],
    effective: dayOf("effective") ?? effectiveIn(ending, published),
    version: versionOf(events),
    repeals: repealsIn(ending),
  };
}

/** Each day with the words after it up to the next: "…会议《关于…的决定》第一次修正". */
function eventsIn(head: string): Event[] {
  const days = daysIn(head);
  return days.flatMap(({ day, from, to }, i): Event[] => {
    const words = head.slice(to, days[i + 1]?.from ?? head.length).replaceAll(/\s+/gu, "");
    const said = words.replaceAll(QUOTED, "").replace(/[。）)].*$/u, "");
    const start = head.slice(Math.max(0, from - 2), from);
    if (/自\s*$/u.test(start) && !said.startsWith("起")) return [];
    const found = VERBS.find(([, verb]) => verb.test(said));
    if (!found) return [];
    const verb = found[1].exec(said)![0];
    return [{ day, kind: found[0], verb: verb === "公告" ? "公布" : verb, words }];
  });
}

/** Of a text with several orders the last one made it what it is. */
function numberIn(head: string): string | null {
  const plain = head.replaceAll(QUOTED, "").replaceAll(/中华人民共和国/gu, "");
  const order = [...plain.matchAll(new RegExp(ORDER, "gu"))].at(-1);
  if (order) return `${order[1]!.replace(/^.*(?:日|以|根据|经)/u, "")}第${order[2]!}号`;
  const file = FILE_NUMBER.exec(plain);
  return file
    ? `${file[1]!.replace(/^.*(?:日|以|根据|经)/u, "")}〔${file[2]!}〕${file[3]!}号`
    : null;
}

function versionOf(events: readonly Event[]): string | null {
  const last =
    events.findLast(({ kind }) => kind === "amended") ??
    events.find(({ kind }) => kind === "published") ??
    events.find(({ kind }) => kind === "adopted");
  return last ? `${last.day.slice(0, 4)}${last.verb}` : null;
}

/** "自公布之日起" is a day only when the head says when that was. */
function effectiveIn(ending: string, published: string | null): string | null {
  const days = daysIn(ending);
  const named = days.findLast(
    ({ from, to }) =>
      /[自从]\s*$/u.test(ending.slice(0, from)) && COMES_INTO_FORCE.test(ending.slice(to, to + 8)),
  );
  if (named) return named.day;
  return FROM_PUBLICATION.test(ending) ? published : null;
}

function repealsIn(ending: string): string[] {
  const sentences = ending.split(/[。；;\n]/u).filter((sentence) => REPEALS.test(sentence));
  const titles = sentences.flatMap((sentence) =>
    Array.from(
      sentence.matchAll(/《((?:[^《》]|《[^》]*》)+)》(?![（(][^（）()]*[）)]第|第)/gu),
      (match) => match[1]!,
    ),
  );
  return [...new Set(titles)];
}
