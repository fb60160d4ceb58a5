import { deadline } from "../../domain/deadline.ts";
import { firstDate, unreadDay, withIsoDates } from "../../language/dates.ts";
import { clockFor } from "./clock.ts";
import { readClockWords } from "./clock-words.ts";
import { procedureNamed } from "./clock-named.ts";
import { note, type Found, type Ground } from "./look-up.ts";

/** "最晚哪天", "到期", "by when": a day is asked for. */
const ASKS_A_DAY =
  /最晚|最迟|截止|到期|期满|哪天|哪一天|几号|什么时候(?:之?前|到|该|必须|要)|来得及|过期没|还剩几天|(?:last|which|what) day|by when|deadline|\bdue\b|latest|expire/iu;
/** "多久", "几天": a length is asked for. */
const ASKS_A_LENGTH =
  /多久|多长时间|多少(?:个?工作)?[天日]|几(?:个?工作)?[天日]|几年|几个月|期限|时限|时效|延长|算不算|\d+\s*(?:个?工作)?[天日]|[两二三五]年|how long|time limit|how many (?:working )?days/iu;
/** What happens after so many years is the limitation of penalties. */
const AFTER_YEARS =
  /(?:过了?|超过|以后|之后).{0,6}(?:[两二三五几]|\d)年|(?:[两二三五几]|\d)年.{0,4}(?:还能|还可以|能不能)?(?:罚|追究|处罚)/u;
/** Procedures that only the enforcing side runs. */
const OF_ENFORCEMENT =
  /处罚|立案|办案|案件|扣押|查封|冻结|登记保存|追责|时效|信访|听证|复议|诉讼|起诉|送达|公示|强制执行|催告|举报|投诉|管辖|法制审核|案件审核|结案|复检|召回|工伤|仲裁|信息公开|罚款|penalt|seiz|freez|hearing|reconsider|complaint|tip\b|petition/iu;

/** How long an approval takes is the catalogue's. */
const OF_APPROVAL = /许可|审批|办证|发证|办理|执照/u;

/** "15个工作日", "30 days": a length that the question itself gives. */
const LENGTH = /(\d{1,3})\s*(个工作日|工作日|working days?|天|日|days?)/iu;

/** A question for the last day of a limit, with the day it runs from. */
export type DeadlineAsked = { day: string; words: string; text: string };

/** @param today ISO day from which "昨天" is counted; @returns null when no day is asked for, or none is given */
export function readDeadline(text: string, today: string): DeadlineAsked | null {
  if (!ASKS_A_DAY.test(text)) return null;
  const dated = firstDate(withIsoDates(text, today));
  return dated ? { day: dated.day, words: dated.rest, text } : null;
}

/** A procedure is named and a day that is none ("2月30日"): that is said, nothing is counted. */
export function readWrongDay(text: string, today: string, ground: Ground): string | null {
  if (!ASKS_A_DAY.test(text) || procedureNamed(text, ground) === null) return null;
  const unread = unreadDay(withIsoDates(text, today));
  return unread !== null && /月|\d-|\d{6}/u.test(unread) ? unread : null;
}

/** The clock of the procedure that is named, from the day that is given; null: it names none. */
export function tellDeadline({ day, words }: DeadlineAsked, ground: Ground): Found | null {
  const then = { ...ground, day };
  return clockFor(readClockWords(words), then) ?? plainCount(words, then);
}

/** No procedure, but a length: the bare count, which rests on the calendar and on no law. */
function plainCount(words: string, { day, knowledge, say }: Ground): Found | null {
  const length = LENGTH.exec(words);
  if (!length) return null;
  const number = Number(length[1]);
  const unit = /工作日|working/iu.test(length[2]!) ? "working-day" : "day";
  const { due } = deadline(day, { number, unit }, knowledge.calendar);
  const form = number === 1 ? "one" : "many";
  const time = say(`duration.${unit}.${form}`, { n: number });
  return {
    shown: [],
    blocks: [
      note(say("clock.plain-count", { day, time, due: due ?? "" })),
      note(say("clock.plain-caution")),
    ],
  };
}

/** To staff who give a day but no procedure: which is meant. */
export function whichProcedure(day: string, { say, lang }: Ground): Found {
  const names = say("clock.usual-procedures").split("|");
  return {
    shown: [],
    blocks: [note(say("clock.which-procedure", { day }))],
    choices: names.map((name) => ({
      label: lang === "zh" ? `${name}（${day}）` : `${name} (${day})`,
      text: `/clock ${name} ${day}`,
    })),
  };
}

/** The words of a question for the length of a step of enforcement; null: it is none. */
export function readLength(text: string): string | null {
  if (
    OF_APPROVAL.test(text) ||
    !ASKS_A_LENGTH.test(text) ||
    !(OF_ENFORCEMENT.test(text) || AFTER_YEARS.test(text))
  )
    return null;
  return AFTER_YEARS.test(text) && /罚|违法|追/u.test(text) ? "处罚时效" : text;
}

/** The limits of the procedure that is named, without days; null: none is named. */
export function tellLength(words: string, ground: Ground): Found | null {
  if (procedureNamed(words, ground) === null) return null;
  return clockFor({ procedure: words, pauses: [], unread: null }, ground, false);
}
