import { fines, type DiscretionStep, type DiscretionTable } from "../../domain/discretion.ts";
import type { DraftBlock } from "../../domain/draft.ts";
import { normalise } from "../../search/normalise.ts";
import { amountWords } from "./amount.ts";
import { pairsOf } from "./case-named.ts";
import { nameOf, note, notFound, type Found, type Ground, type LookUp } from "./look-up.ts";

/** Least share of the words that a table must hold. */
const SURE = 0.34;
/** A term of so few characters is one word, and a piece of it says nothing: "商业" of "商业贿赂". */
const ONE_TERM = 4;
/** What is traded in is named in so few: 酒, 废品, 养老院. */
const ONE_TRADE = 3;
/** What "without a licence" is said of, whatever the trade. */
const TRADING_WITHOUT = /无证|经营|[开卖搞做办的]/g;
/** A term of so few characters inside one name may still mean another violation: "罚款". */
const TOO_SHORT = 2;
/** Least share of its pairs of characters that a table must hold. */
const SURE_PAIRS = 0.6;
/** Tables shown when several violations are named alike. */
const MOST = 2;
/** Violations to choose from. */
const MOST_CHOICES = 12;

/** `/discretion 无证经营食品`: the steps of a penalty with the amounts exactly as they are written. */
export const discretion: LookUp = {
  names: ["discretion", "裁量", "罚则"],
  find(words, ground) {
    if (words.trim() === "") return notFound("discretion", words, ground);
    const exact = tablesNamed(words, ground);
    if (exact.length === 1) return told(exact, ground);
    const called = tablesCalled(words, ground);
    if (called.length === 1 && normalise(words).length > TOO_SHORT) return told(called, ground);
    if (called.length > 0) return choose("discretion.which", words, called, ground);
    const alike = tablesLike(words, ground);
    return alike.length > 0 ? told(alike, ground) : notEntered(words, ground);
  },
};

const tablesOf = ({ knowledge }: Ground): DiscretionTable[] =>
  [...knowledge.powers.discretion.values()].filter(({ mark }) => mark !== "U");

/** The tables that are called exactly so. */
function tablesNamed(words: string, ground: Ground): DiscretionTable[] {
  const whole = sameWords(words);
  return tablesOf(ground).filter((table) => namesOf(table).includes(whole));
}

/**
 * All tables whose names hold the words: a general word ("无证经营", "拒绝检查") fits several. Those of the
 * first rows of the list of powers stand first.
 */
function tablesCalled(words: string, ground: Ground): DiscretionTable[] {
  const whole = sameWords(words);
  const parts = /\p{Script=Han}/u.test(whole) ? whole.split(/\s+/) : [whole];
  const row = ({ authority }: DiscretionTable) =>
    ground.knowledge.powers.entries.get(authority ?? "")?.number ?? Infinity;
  return tablesOf(ground)
    .filter((table) => {
      const names = namesOf(table);
      return parts.every((part) => names.some((name) => holds(name, part)));
    })
    .sort((a, b) => (row(a) < row(b) ? -1 : Number(row(a) > row(b))));
}

/** A Latin word is held only whole: "tax" is no piece of "taxi". */
function holds(name: string, part: string): boolean {
  return /^[a-z0-9]/.test(part) ? ` ${name} `.includes(` ${part} `) : name.includes(part);
}

/** All a table is called; read once, for every look-up compares them. */
function namesOf(table: DiscretionTable): readonly string[] {
  const read = READ_NAMES.get(table);
  if (read) return read;
  const { violation, aliases } = table;
  const names = [violation.zh, violation.en, ...aliases.zh, ...aliases.en].map(sameWords);
  READ_NAMES.set(table, names);
  return names;
}
const READ_NAMES = new WeakMap<DiscretionTable, readonly string[]>();

/** One word for what is said in several ways: 没证, 没办证, 未经许可 are 无证. */
function sameWords(text: string): string {
  return normalise(text)
    .replace(/(?:未取得|没取得|没有|没办|未办|未经|没|未|无)(?:许可证?|证)(?!据|明)/g, "无证")
    .replace(/[，、,]/g, " ")
    .trim();
}

/** The tables that the words describe without naming them. */
function tablesLike(words: string, { directory, knowledge }: Ground): DiscretionTable[] {
  const hits = directory.discretion.find(words, MOST).flatMap(({ id, named, share, score }) => {
    const table = knowledge.powers.discretion.get(id)!;
    const sure = named > 0 || (share >= SURE && holdsPairs(words, table));
    return sure ? [{ table, score }] : [];
  });
  const best = hits[0];
  return hits
    .filter(({ score }) => best !== undefined && score >= best.score * 0.8)
    .map(({ table }) => table);
}

/**
 * Whether a table speaks of what the words are about. A few characters are one term, most of which it must hold;
 * of "无证卖酒" what goes without a licence must be in it, for 无证 and 卖 are in many.
 */
function holdsPairs(words: string, { violation, aliases, steps }: DiscretionTable): boolean {
  const same = sameWords(words);
  const unlicensed = same.includes("无证");
  const term = unlicensed ? same.replaceAll(TRADING_WITHOUT, "").trim() : normalise(words);
  const longest = unlicensed ? ONE_TRADE : ONE_TERM;
  if (term.length > longest || !/^\p{Script=Han}+$/u.test(term)) return true;
  const names = [violation, ...steps.map(({ when }) => when)]
    .flatMap(({ zh, en }) => [zh, en])
    .concat(aliases.zh, aliases.en)
    .join(" ");
  const said = pairsOf(names);
  const asked = [...pairsOf(term)].filter((pair) => pair.length === 2);
  if (asked.length === 0) return false;
  return asked.filter((pair) => said.has(pair)).length >= asked.length * SURE_PAIRS;
}

/** What comes near is offered, never told as the answer. */
function notEntered(words: string, ground: Ground): Found {
  const { directory, knowledge, say } = ground;
  const near = directory.discretion
    .find(words, MOST_CHOICES)
    .filter(({ share }) => share >= SURE)
    .map(({ id }) => knowledge.powers.discretion.get(id)!);
  if (near.length > 0) return choose("discretion.nearest", words, near, ground);
  return { shown: [], blocks: [note(say("discretion.not-entered", { words }))] };
}

function choose(
  sentence: "discretion.which" | "discretion.nearest",
  words: string,
  tables: readonly DiscretionTable[],
  { lang, say }: Ground,
): Found {
  return {
    shown: [],
    blocks: [note(say(sentence, { words }))],
    choices: tables.slice(0, MOST_CHOICES).map(({ violation }) => ({
      label: violation[lang],
      text: `/discretion ${violation[lang]}`,
    })),
  };
}

function told(tables: readonly DiscretionTable[], ground: Ground): Found {
  return {
    shown: tables.map(({ id, violation }) => nameOf(id, violation)),
    blocks: [
      ...tables.flatMap((table) => tableBlocks(table, ground)),
      note(ground.say("discretion.bounds")),
      note(ground.say("discretion.who-decides")),
    ],
  };
}

function tableBlocks(table: DiscretionTable, ground: Ground): DraftBlock[] {
  const { say, lang } = ground;
  if (table.mark === "U") return [];
  return [
    { kind: "heading", text: table.violation[lang] },
    {
      kind: "table",
      label: say(`discretion.${table.source}`, { where: table.jurisdiction[lang] }),
      columns: ["when", "amount", "also"].map((name) => say(`discretion.${name}`)),
      rows: table.steps.map((step) => rowOf(step, ground)),
      cites: [...new Set(table.steps.flatMap(({ cites }) => cites))],
      mark: table.mark,
    },
    ...(table.note ? [note(table.note[lang])] : []),
  ];
}

/**
 * A step as it is told: the case, the fine or why there is none, and what else.
 * Only money that goes to the state is a fine: detention stands with what else there is.
 */
export function rowOf(
  step: DiscretionStep,
  { say, lang }: Ground,
): [when: string, fine: string, also: string] {
  const { when, amounts, noAmount, also } = step;
  const between = lang === "zh" ? "；" : "; ";
  const list = (some: typeof amounts) =>
    some.map((amount) => amountWords(amount, lang)).join(between);
  const fined = fines(step);
  const detention = amounts.filter(({ unit }) => unit === "days-detention");
  return [
    when[lang],
    fined.length > 0 ? list(fined) : say(`discretion.${noAmount ?? "no-fine"}`),
    [list(detention), also?.[lang] ?? ""].filter((part) => part !== "").join(between),
  ];
}
