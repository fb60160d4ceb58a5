import type { DiscretionStep, DiscretionTable } from "../../domain/discretion.ts";
import type { DraftBlock } from "../../domain/draft.ts";
import { pairsOf } from "./case-named.ts";
import { discretion, rowOf } from "./discretion.ts";
import { nameOf, provenOn, type Found, type Ground } from "./look-up.ts";

/** "罚多少", "怎么罚": the amount is asked for. */
const HOW_MUCH =
  /罚款?(?:多少|几|的标准|标准)|(?:怎么|如何|咋|怎样)(?:个)?(?:处?罚)法?|(?:最高|最多|最少)罚|罚(?:几|多少)[万千钱块]|how much (?:is|are) the (?:fine|penalt)|what(?:'s| is| are) the (?:fine|penalt)|(?:fine|penalty) for\b/iu;

/** From so many characters on a violation is surely named. */
const NAMED = 3;
const HOLDS = 0.6;
/** A short name must be all that is said: "偷税". */
const SHORT_NAME = 2;
const HOLDS_EVERYTHING = 0.95;
/** A table no name of which stands in the words must hold nearly all of them, and by so much. */
const HOLDS_ALL = 0.85;
const BY_SO_MUCH = 30;
/** And be so far ahead of the next. */
const AHEAD = 1.15;

/** @returns the words that name the violation; null when no amount is asked for */
export function violationAsked(text: string): string | null {
  if (!HOW_MUCH.test(text)) return null;
  return text
    .replace(HOW_MUCH, " ")
    .replaceAll(/[?？。!！,，、;；]|(?:会|要|得|该|能|可以)(?:被)?(?=\s|$)|请问|到底/gu, " ")
    .replaceAll(/\s+/gu, " ")
    .trim();
}

/** Whether the words surely name one table of penalties, and it was the law on the day; to a visitor only by its name. */
export function namesViolation(words: string, ground: Ground): boolean {
  const [best, second] = ground.directory.discretion.find(words, 2);
  const steps = ground.knowledge.powers.discretion.get(best?.id ?? "")?.steps ?? [];
  if (!best || !steps.some(({ cites }) => provenOn(cites, ground))) return false;
  if (best.named >= NAMED) return best.share >= HOLDS;
  if (best.named >= SHORT_NAME && best.share >= HOLDS_EVERYTHING) return true;
  if (!ground.forStaff) return false;
  const isAhead = best.score >= AHEAD * (second?.score ?? 0);
  return best.share >= HOLDS_ALL && best.score >= BY_SO_MUCH && isAhead;
}

/** The steps of the penalty: first the one that fits the words, then the whole table. */
export function tellPenalty(words: string, ground: Ground): Found {
  const found = discretion.find(words, ground);
  const table = ground.knowledge.powers.discretion.get(found.shown[0]?.id ?? "");
  if (!table || table.mark === "U" || found.shown.length > 1) return found;
  const [heading, ...others] = found.blocks;
  return {
    ...found,
    shown: [...approvalMissed(table, ground), ...found.shown],
    blocks: [heading!, ...stepThatFits(table, words, ground), ...others],
  };
}

const WITHOUT_APPROVAL = /^[无没未].{0,6}(?:证|许可|批|备案|登记|资质)/u;

/** The approval that the violation goes without, where its row of the list stands for one only. */
function approvalMissed(
  { authority, violation }: DiscretionTable,
  { knowledge }: Ground,
): Found["shown"] {
  if (!WITHOUT_APPROVAL.test(violation.zh)) return [];
  const [only, ...more] = knowledge.powers.entries.get(authority ?? "")?.items ?? [];
  const item = more.length === 0 ? knowledge.catalogue.items.get(only ?? "") : undefined;
  return item ? [nameOf(item.id, item.name)] : [];
}

function stepThatFits(table: DiscretionTable, words: string, ground: Ground): DraftBlock[] {
  const steps = fittingSteps(table, words);
  const told = steps.map((step) => stepWords(step, ground));
  const cites = [...new Set(steps.flatMap((step) => step.cites))];
  const text = told.join(ground.lang === "zh" ? "。" : ". ");
  return [{ kind: "lead", text, cites, mark: table.mark }];
}

function stepWords(step: DiscretionStep, ground: Ground): string {
  const [when, fine, also] = rowOf(step, ground);
  const what = [fine, also].filter((part) => part !== "").join(ground.lang === "zh" ? "；" : "; ");
  return ground.say("penalty.step", { when, what });
}

/**
 * The step whose case has most in common with the words besides the name of the violation; else the first, and
 * where that is only an order, what follows it.
 */
function fittingSteps(
  { steps, violation, aliases }: DiscretionTable,
  words: string,
): DiscretionStep[] {
  const common = pairsOf([violation.zh, violation.en, ...aliases.zh, ...aliases.en].join(" "));
  const asked = [...pairsOf(words)].filter((pair) => !common.has(pair));
  const shared = ({ when }: DiscretionStep) => {
    const said = pairsOf(`${when.zh} ${when.en}`);
    return asked.filter((pair) => said.has(pair)).length;
  };
  const best = steps.reduce((one, step) => (shared(step) > shared(one) ? step : one), steps[0]!);
  const isOnlyAnOrder = shared(best) === 0 && best.noAmount === "order-first";
  return isOnlyAnOrder ? steps.slice(0, 2) : [best];
}

/** Tables of the violations of one matter, to choose from; one alone is told. */
export function penaltiesOf(entry: string, ground: Ground): Found | null {
  const { knowledge, lang, say, forStaff } = ground;
  const tables = [...knowledge.powers.discretion.values()].filter(
    ({ authority, mark }) => authority === entry && mark !== "U",
  );
  const [only, ...more] = tables;
  if (!only) return null;
  if (more.length === 0) return tellPenalty(only.violation[lang], ground);
  return {
    shown: tables
      .slice(0, 5)
      .map(({ id, violation }) => ({ id, name: violation.zh, nameEn: violation.en })),
    blocks: [{ kind: "note", text: say("penalty.which") }],
    choices: tables.slice(0, 8).map(({ violation }) => ({
      label: violation[lang],
      text: forStaff
        ? `/discretion ${violation[lang]}`
        : say("penalty.ask", { violation: violation[lang] }),
    })),
  };
}
