const UNITS =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const SMALL = new Map<string, number>([
  ...UNITS.map((word, i) => [word, i] as const),
  ...TENS.map((word, i) => [word, 20 + 10 * i] as const),
  ["couple", 2],
]);
const WORD = `(?:${[...SMALL.keys(), "hundred", "thousand"].sort((a, b) => b.length - a.length).join("|")})`;
/** "one hundred and twenty", "a couple of hundred"; not the hundred of "several hundred". */
const RUN = new RegExp(
  String.raw`(?<!\b(?:few|several|many|some) )\b(?:an? )?${WORD}(?:(?: and | of |[ -])${WORD})*\b`,
  "giu",
);

/** @returns the text with English number words as digits: "seventy square metres" → "70 square metres" */
export const withDigits = (text: string): string =>
  text.replaceAll(RUN, (run) => {
    const number = valueOf(run.toLowerCase().match(new RegExp(WORD, "gu")) ?? []);
    return number === null ? run : String(number);
  });

/** @returns null where the words are no one number: "seventy eighty" */
function valueOf(words: readonly string[]): number | null {
  let sum = 0;
  let hundreds = 0;
  let smallest = Infinity;
  for (const word of words) {
    if (word === "hundred" || word === "thousand") {
      const each = word === "hundred" ? 100 : 1_000;
      hundreds = Math.max(hundreds, 1) * each;
      if (each === 1_000) [sum, hundreds] = [sum + hundreds, 0];
      smallest = Infinity;
      continue;
    }
    const value = SMALL.get(word)!;
    const isOne = value < 10 ? smallest >= 10 : smallest === Infinity;
    if (!isOne) return null;
    hundreds += value;
    smallest = value;
  }
  return sum + hundreds;
}
