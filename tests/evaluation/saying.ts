import { numbersIn } from "./numbers.ts";

/** Text as it is compared: without blanks, and without a difference between capitals and small letters. */
const plain = (text: string): string => text.replaceAll(/\s+/gu, "").toLowerCase();

/**
 * Whether a reply holds the words. A single number with its measure may be written in another way (1000元, 一千元),
 * but 10日 does not stand in 110日.
 */
export function states(reply: string, words: string): boolean {
  const [one] = numbersIn(words);
  const wholly = one?.unit && one.from === 0 && one.to === words.length;
  if (!wholly) return plain(reply).includes(plain(words));
  return numbersIn(reply).some(({ number, unit }) => number === one.number && unit === one.unit);
}
