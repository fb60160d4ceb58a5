const ONES =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const TENS = "_ _ twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const MANY: Record<string, number> = { hundred: 1e2, thousand: 1e3, million: 1e6, billion: 1e9 };
const ALONE: Record<string, number> = {
  half: 0.5,
  once: 1,
  twice: 2,
  double: 2,
  triple: 3,
  thrice: 3,
  both: 2,
  a: 1,
  an: 1,
};
/** "a" and "an" are numbers only before a measure: a year, an hour, a full year. */
const MEASURE =
  /^(?:(?:full|whole|single|further|working) )?(?:year|month|day|hour|person|hundred|thousand|million|billion)\b/;

/** @returns every number of an English sentence: 50,000; 1.5 million; twenty-four; twice; a year */
export function numbersInEnglish(sentence: string): Set<number> {
  const words = sentence.toLowerCase().match(/\d[\d,]*(?:\.\d+)?|[a-z]+/gu) ?? [];
  const found = new Set<number>();
  let current: number | null = null;
  const close = () => {
    if (current !== null) found.add(current);
    current = null;
  };
  for (const [at, word] of words.entries()) {
    const value = valueOf(word, words.slice(at + 1, at + 3).join(" "));
    const many = MANY[word];
    if (many !== undefined) current = (current ?? 1) * many;
    else if (value === null) close();
    else if (current !== null && joins(current, value)) current += value;
    else {
      close();
      current = value;
    }
  }
  close();
  return found;
}

/** twenty four, two hundred and five: the next part is smaller than the last one's place */
const joins = (current: number, value: number): boolean =>
  current % 10 === 0 && current >= 20 && current <= 90 && value > 0 && value < 10;

function valueOf(word: string, next: string): number | null {
  if (/^\d/.test(word)) return Number(word.replaceAll(",", ""));
  if (word === "a" || word === "an") return MEASURE.test(next) ? 1 : null;
  if (word in ALONE) return ALONE[word]!;
  const one = ONES.indexOf(word);
  if (one >= 0) return one;
  const ten = TENS.indexOf(word);
  return ten > 1 ? ten * 10 : null;
}
