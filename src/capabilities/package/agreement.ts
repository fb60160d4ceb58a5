import type { Facts, FactValue } from "../../domain/condition.ts";

/** A sum spent on works says that there are works: fact of the amount, fact it implies. */
const IMPLIED = [{ amount: "cost", work: "renovates" }] as const;

/** What is known after a message, without contradiction. */
export type Agreed = { facts: Facts; changed: Changed[] };
/** A fact that stood otherwise before; now undefined: it no longer holds. */
export type Changed = { fact: string; before: FactValue; now: FactValue | undefined };

/**
 * What is known once a message has been heard: the later word wins, and what it overturns goes.
 * @param known what was known, @param said what the message says
 */
export function agreed(known: Facts, said: Facts): Agreed {
  const facts: Record<string, FactValue> = { ...known, ...said };
  for (const { amount, work } of IMPLIED) {
    if (!isSpent(facts[amount])) continue;
    if (said[work] === false && said[amount] === undefined) delete facts[amount];
    else facts[work] = true;
  }
  const changed = Object.entries(known).flatMap(([fact, before]): Changed[] =>
    JSON.stringify(facts[fact]) === JSON.stringify(before)
      ? []
      : [{ fact, before, now: facts[fact] }],
  );
  return { facts, changed };
}

const isSpent = (value: FactValue | undefined): boolean =>
  typeof value === "object" || (typeof value === "number" && value > 0);
